"""The wordings by which a line gives itself away as page furniture, as patterns with their reason.

Fixed phrases are in `page_words.csv`; what a line means in company is decided in `sections`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """How far a cue reaches."""

    LINE = "line"
    LABEL = "label"
    LIST = "list"
    BOX = "box"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Cue:
    """Why a line looks like furniture, and whether what follows it does as well."""

    reason: str
    scope: Scope = Scope.LINE

    @property
    def opens(self) -> bool:
        """Whether the lines that follow are furniture too, until the article goes on."""
        return self.scope in {Scope.LIST, Scope.BOX, Scope.COMMENTS}


# Cues that stand inside articles as well; they neither end an article nor name what follows.
PASSING = frozenset(
    "advertisement,photo credit,picture control,counter,time,rule,publication date,player,icon,"
    "stray character,byte order mark,agency credit,share box".split(",")
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern for a whole line.

    Attributes:
        most_words: Longer lines are not looked at.
        needs: One of these must be in the line in lower case; looked for first, being cheap.
    """

    cue: Cue
    most_words: int
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


def _wording(
    reason: str,
    *patterns: str,
    most_words: int,
    needs: tuple[str, ...] = ("",),
    scope: Scope = Scope.LINE,
) -> Wording:
    return Wording(
        Cue(reason, scope), most_words, needs, re.compile("|".join(patterns), re.IGNORECASE)
    )


_AGENCY = (
    "getty images?|reuters|afp|ap|ap photo|epa|unsplash|shutterstock|pexels|pixabay|alamy|bloomberg"
    "|tass|sputnik|xinhua|kcna|yonhap|wikimedia(?: commons)?|pa ?wire|zuma ?press|anadolu|istock"
)

# In order; the first that fits decides. Each is matched against a whole line of at most 300
# characters with single spaces, capitals ignored; every quantifier is bounded.
WORDINGS: tuple[Wording, ...] = (
    _wording(
        "menu",
        r"(?:skip|jump|go|back) to (?:the )?(?:main|content|navigation|search|menu|footer|top|home"
        r"|primary|secondary|end)\b.{0,260}",
        r"(?:quick|direct) access to\b.{0,260}",
        needs=("skip to", "jump to", "go to", "back to", "access to"),
        most_words=25,
    ),
    _wording(
        "advertisement",
        r"(?:the |this )?(?:story|article) continues (?:below|after)\b.{0,40}",
        needs=(" continues ",),
        most_words=9,
    ),
    _wording(
        "cookie notice",
        r"(?:we(?: and our [\w ]{1,30})?|(?:this|our) (?:web ?)?(?:sites?|page|service)) uses? "
        r"(?:(?:necessary|essential|optional|technical|functional|first-party|third-party|own|our|and"
        r"|similar|some|browser|only) ){0,4}"
        r"cookies\b.{0,260}",
        r"(?:by (?:continuing|using|clicking|accepting)|to (?:give|provide|offer) you)\b.{0,160}"
        r"\bcookies?\b.{0,200}",
        r"cookies (?:help us|are small)\b.{0,260}",
        r".{0,120}\b(?:accept|use of|our|about) (?:all )?cookies?\b.{0,60}"
        r"(?:policy|consent|preferences|settings|agree)\b.{0,60}",
        needs=("cookie",),
        most_words=60,
    ),
    _wording(
        "comment box",
        r"(?:leave|post|write|add|submit|join|view|show|see|read|hide|load|start) "
        r"(?:(?:a|an|your|the|all|in|more|to|us|\d{1,6}) ){0,3}"
        r"(?:comments?|reply|replies|discussion|conversation)\b.{0,30}",
        r"be the first to (?:comment|share|react|like|reply).{0,60}",
        r"your email address will not be .{0,80}",
        r"save my name,? email.{0,100}",
        r"this site uses akismet.{0,120}",
        r"comments? (?:are|is|have been) (?:now )?(?:(?:closed|disabled|off|turned off)"
        r"(?: (?:on|for) this .{1,20})?|(?:moderated|subject|reviewed)\b.{0,120})\W?",
        r"(?:please )?(?:keep|stay) (?:your )?(?:comments|it) (?:civil|respectful).{0,100}",
        r"(?:social |total )?comments? ?[(\[:]? ?\d{1,6} ?[)\]]?",
        r"share your (?:thoughts|opinion|views|experience)\b.{0,60}",
        r".{0,60}\(0 ?/ ?\d{2,5} ?\w{0,10}\)",
        needs=("comment", "repl", "discussion", "conversation", "first to", "your ", "(0"),
        most_words=40,
    ),
    _wording(
        "comment box",
        r"(?:\d{1,5}|one|two|three|no) (?:thoughts?|comments?|responses?|repl(?:y|ies)) "
        r"(?:on|to|so far)\b.{0,200}",
        needs=("thought", "comment", "response", "repl"),
        most_words=30,
        scope=Scope.COMMENTS,
    ),
    _wording(
        "log-in",
        r"(?:(?:please )?(?:log|sign)[ -]?in|(?:please )?register|create (?:an? |your )(?:free )?"
        r"account) (?:to|or|with|here|now|for|and|via|using|if)\b.{0,140}",
        r"to (?:read|continue|write|post|leave|view|add|access|join|comment)\b.{0,80}"
        r"\b(?:log|sign)[ -]?in\b.{0,80}",
        r"(?:already|not) (?:a |have )?(?:an? )?(?:subscriber|member|account|registered).{0,80}",
        needs=("log", "sign", "regist", "account", "subscriber", "member"),
        most_words=25,
    ),
    _wording(
        "subscription",
        r"(?:sign up|subscribe) ?(?:to|for|now|today|here|with|and|at|via|[:!]).{0,240}",
        r"enter your e?-?mail.{0,40}",
        r"thanks for reading\b.{0,200}",
        r"(?:get|receive|have) .{0,140}\b(?:in|to) your (?:e?-?mail )?in-?box\b.{0,80}",
        r".{0,120}\bdelivered (?:(?:straight|directly|right) )?to your (?:e?-?mail )?in-?box\b"
        r".{0,80}",
        r"(?:did you know|unlock|enjoy|with a|get unlimited)\b.{0,160}\bsubscri(?:ption|be|ber)\b"
        r".{0,140}",
        r"(?:free|our|join) (?:\w{1,20} ){0,3}newsletters?\b.{0,40}",
        r"support (?:our|independent|local|quality|the) (?:\w{1,20} ){0,2}journalism.{0,60}",
        r"(?:this (?:article|content|story) is )?(?:for )?(?:subscribers?|members|premium)"
        r"(?: (?:only|content|exclusive)){1,2}",
        r"you(?: have|['’]ve) (?:reached|read|used) .{0,60}\b(?:free|limit|articles?)\b.{0,60}",
        r"join our (?:whatsapp|telegram|discord|community|channel|mailing).{0,80}",
        r"privacy notice:.{0,260}",
        needs=(
            "sign up",
            "thanks for",
            "mail",
            "subscri",
            "box",
            "newsletter",
            "journalism",
            "members",
            "premium",
            "free",
            "limit",
            "articles",
            "join our",
            "privacy notice",
        ),
        most_words=45,
        scope=Scope.BOX,
    ),
    _wording(
        "share box",
        r"(?:click to )?(?:share|tweet|e-?mail|print|save|bookmark|copy|pin) "
        r"(?:this|on|via|it|with|article|story|link|to|page|by|a link|the (?:article"
        r"|story|link|page)"
        r")\b.{0,60}",
        r"(?:follow|like|find|join) (?:us|me) (?:on|at|@).{0,80}",
        r"follow (?:our|live|the latest) .{1,40}",
        r"follow .{1,60} (?:on (?:twitter|x|facebook|instagram|google|telegram|linkedin|bluesky)\b"
        r".{0,40}|@\w{1,30}\.?)",
        r"(?:facebook|twitter|whatsapp|linkedin|email) ?(?:share|icon|logo|[:|/,]) ?.{0,60}",
        needs=(
            "share",
            "tweet",
            "mail",
            "print",
            "save",
            "bookmark",
            "copy",
            "pin ",
            "follow",
            "like ",
            "find ",
            "join ",
            "facebook",
            "twitter",
            "whatsapp",
            "linkedin",
        ),
        most_words=14,
    ),
    _wording(
        "masthead",
        r"from wiki\w{4,8}, the free .{1,60}",
        r"our standards: .{1,80}",
        needs=("the free", "our standards"),
        most_words=14,
    ),
    _wording(
        "other headlines",
        r"\W{0,4}(?:read(?: (?:more|also|next|on|here|this|our))?|also read|see also|see more"
        r"|related(?: (?:articles?|stor(?:y|ies)|news|posts?|coverage|reading|links?))?"
        r"|more on this(?: story)?|don['’]?t miss|must[ -]read|watch(?: also)?|also watch|more"
        r"|you may also like|in case you missed it|next|previous|up next|from the archives?)"
        r"(?: ?[:|»>]{1,2}| [–—-] ) ?\S.{0,240}",
        r"(?:click|tap) here (?:to|for) .{0,100}",
        r"read (?:more|the (?:full|original|rest))\b.{0,80}",
        needs=(":", "|", "»", ">", "–", "—", "-", "here", "read "),
        most_words=25,
    ),
    _wording(
        "other headlines",
        r"\W{0,3}(?:\w{1,12}\W{1,3})?(?:top|latest|recent|popular|trending|related|recommended"
        r"|similar"
        r"|featured|suggested|other|further|more|newest|most (?:read|viewed|popular|shared|recent"
        r"|watched)|today['’]s) (?:\w{1,14} ){0,2}(?:news|stor(?:y|ies)|articles?|posts?|headlines"
        r"|topics|videos?|reads|content|coverage|reading|links|picks|features)"
        r"(?: (?:from|in|on|for) .{1,30})?\W{0,3}",
        r"more from (?:this|our|the) .{1,30}",
        r"(?:more|also|latest) (?:in|from|on|about|by) (?-i:[A-Z0-9'‘“]).{0,50}",
        r"(?:most read|most popular|most viewed|trending|popular) (?:in|on|from|this"
        r"|today) .{1,40}",
        needs=(
            "top",
            "latest",
            "recent",
            "popular",
            "trending",
            "related",
            "recommended",
            "similar",
            "featured",
            "suggested",
            "other",
            "further",
            "more",
            "newest",
            "most",
            "today",
            "also",
        ),
        most_words=9,
        scope=Scope.LIST,
    ),
    _wording(
        "disclaimer",
        r"this (?:content|article|story|summary|text|page|translation|post|report|item) "
        r"(?:is|was|has been|may be|may have been) (?:\w{1,14} ){0,2}(?:ai"
        r"|automatically|auto|machine"
        r"|artificial|generated|syndicated|translated|summari[sz]ed|published from|reproduced"
        r"|republished)\b.{0,240}",
        r"this (?:article|story|report|piece|post) (?:was )?(?:first|originally) "
        r"(?:appeared|published|ran)\b.{0,120}",
        r"\W?(?:except for the headline, )?this story has not been edited.{0,200}",
        r"while we strive for accuracy.{0,200}",
        r"(?:the )?(?:views|opinions) (?:and (?:views|opinions) )?(?:expressed|in this (?:article"
        r"|column|piece)).{0,240}",
        r"disclaimer ?:.{0,280}",
        r"translated (?:by|from|with) [^.!?]{1,80}",
        needs=("this ", "strive", "views", "opinions", "disclaimer", "translated"),
        most_words=80,
    ),
    _wording(
        "feedback box",
        r"(?:was|is|did you find) this (?:page|article|story|content|answer) (?:\w{1,12} )?"
        r"(?:useful|helpful|interesting).{0,40}",
        r"(?:did you (?:find|spot|notice)|if you (?:find|spot|notice)|report|noticed?) "
        r"(?:an? |any )?(?:error|mistake|typo|inaccuracy|problem)s?\b.{0,140}",
        needs=("this ", "error", "mistake", "typo", "inaccuracy", "problem"),
        most_words=30,
    ),
    _wording(
        "byline",
        r"[^.!?]{1,120} contributed (?:to this (?:report|story|article|dispatch)"
        r"|reporting)\b.{0,60}",
        r"(?:sources?|editor|edited|desk|publisher) ?: [^.!?]{1,60}",
        needs=("contributed", "source", "edit", "desk", "publisher"),
        most_words=24,
    ),
    _wording(
        "rule",
        r"\W?end of (?:list|article|story|document|page|content|text)\W?",
        needs=("end of",),
        most_words=4,
    ),
    _wording(
        "copyright",
        r"(?:©|\(c\)|copyright\b).{0,60}(?:\b(?:19|20)\d{2}\b|rights reserved).{0,200}",
        r".{0,120}\ball rights reserved\b.{0,160}",
        r"this (?:material|article|content) may not be (?:published|reproduced|broadcast|copied)"
        r".{0,160}",
        r"reproduced with (?:the )?(?:kind )?permission.{0,100}",
        needs=("©", "(c)", "copyright", "rights reserved", "may not be", "permission"),
        most_words=60,
    ),
    _wording(
        "photo credit",
        r"(?:©|\(c\) ).{0,80}",
        r"\W?(?:(?:file|stock|handout|archive|main|cover|top|featured?) ){0,2}"
        r"(?:photo(?:graph|grapher|s)?|picture|pic|image|images|illustration|credits?|foto) ?"
        r"(?:(?:credits?|source|courtesy|via|by|from)? ?[:/|]|(?:source|credit),|by ?(?-i:[A-Z])"
        r"|courtesy |via )[^!?]{0,90}\W?",
        rf"[^/.!?]{{1,60}}/ ?(?:{_AGENCY})\b.{{0,40}}",
        rf"(?:{_AGENCY}) ?/.{{1,60}}",
        rf"[^.!?]{{0,60}}\bvia (?:{_AGENCY})\W?",
        needs=("©", "(c)", "photo", "pic", "image", "illustration", "credit", "foto", "/", "via "),
        most_words=8,
    ),
    _wording(
        "tags",
        r"(?:tags?|topics?|keywords|filed (?:under|in)|categor(?:y|ies)|posted (?:in|under)|labels"
        r"|hashtags|in this (?:story|article)) ?[:#|].{0,260}(?<![.!?])",
        r"tags? [a-z#][^.!?]{0,200}",
        r"(?:posted|filed) (?:in|under) .{1,120}\btagged\b.{1,120}",
        r"(?:#\w{1,40}[ ,]{0,3}){1,30}",
        needs=("tag", "topic", "keyword", "filed", "categor", "posted", "label", "in this", "#"),
        most_words=60,
    ),
    _wording(
        "player",
        r"(?:please )?enable javascript.{0,100}",
        r"javascript (?:is )?(?:required|disabled).{0,80}",
        r"your browser (?:does not|doesn't).{0,80}",
        r"listen to this .{0,40}",
        r"(?:play|watch) (?:this |the )?video\b.{0,30}",
        needs=("javascript", "your browser", "listen to", "video"),
        most_words=16,
    ),
    _wording(
        "counter",
        r"(?:estimated )?read(?:ing)? time\W.{0,30}",
        r"\d{1,3}[ -]min\b.{0,14}",
        needs=("time", "min"),
        most_words=6,
    ),
    _wording(
        "icon",
        r"\w{1,20} (?:icon|logo)",
        r"\w{1,20}-(?:image|icon|img)\b.{0,40}",
        needs=("icon", "logo", "-im"),
        most_words=4,
    ),
)
