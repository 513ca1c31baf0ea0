"""The screen: what the corpus answers, drawn with Streamlit and Folium."""
