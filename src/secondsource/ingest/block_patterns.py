"""What paragraphs that are not the story look like: one table of patterns for each kind.

A pattern has to match a whole paragraph in which typographic apostrophes are made straight. It names the outlet's own
habit (a label, a call in the imperative, a credit's shape) and leaves alone what a report may say of photographs,
comments, newsletters and help lines. Cases of both are in ``tests/pairs/blocks.md``, those that must not match first.
"""

from __future__ import annotations

import re

# ----------------------------------------------------------------------------------------------- captions and credits

_AGENCY = (
    r"(?:AP|A\.P\.|Associated Press|AFP|Reuters|Getty(?: Images)?|EPA|EFE|PA(?: Wire| Media| Images)?|ANP|DPA|TASS|UPI|"
    r"Xinhua|Bloomberg|Shutterstock|Alamy|WireImage|FilmMagic|Splash(?: News)?|B(?:ackgrid|ACKGRID)|MEGA|INSTARimages?|"
    r"WENN|Z(?:uma|UMA)(?: Press)?|Rex(?: Features)?|Instagram|Twitter|X|Facebook|YouTube|TikTok|Handout)"
)
# Names, and what joins them: nothing that a sentence could be made of.
_NAME = r"(?:[A-Z@&][\w.'&@-]*|\d{4}|[a-z]+\.(?:com|org|net|co\.uk)\b)"
_JOINT = r"(?:\s*[/,|]\s*|\s+[&–—-]\s+|\s+)(?:(?:for|of|the|and|via|de|van|von|at|from)\s+){0,3}"
_NAMES = rf"{_NAME}(?:{_JOINT}{_NAME}){{0,14}}"
_PICTURE = (
    r"(?:(?:[Cc]over|[Ff]eatured?|[Mm]ain|[Hh]eader|[Ll]ead|[Ff]ile|[Tt]op|[Ss]tock|FILE|AP|Reuters|Getty) )?"
    r"(?:[Pp]hoto(?:graph)?(?:s|graphy)?|PHOTO(?:GRAPH)?S?|[Ii]mages?|IMAGES?|[Pp]ictures?|PICTURES?|[Ii]llustrations?|"
    r"[Ss]creen ?(?:shot|grab|cap)s?|[Gg]raphics?|[Vv]ideo)"
)
_ONE_PICTURE = r"(?:File )?(?:Photo|PHOTO|Photograph|Image|IMAGE|Picture|PICTURE|Illustration|Screenshot)"
_BY_WHOM = r"(?: (?:[Cc]redits?|CREDITS?|by|via|courtesy(?: of)?|COURTESY(?: OF)?|source))"

# In brackets, also before or after a paragraph of the story.
CREDIT_NOTE = (
    rf"[\[(](?:{_PICTURE}(?: (?:credits?|by|via|from|courtesy|source|provided)\b|\s?[:/|©]| ?[\])])|"
    r"[Cc]redits?:|CREDITS?:|[Ss]ource:|[Cc]ourtesy\b|COURTESY\b|©|Copyright\b|(?:Additional r|R)eporting by\b)"
    r"[^\[\]()]{0,150}[\])]"
)

CAPTION = (
    CREDIT_NOTE + r"\.?",
    # A label and a credit: "Image Credit: Ann Oakley/Agency", "Photo: Ann Oakley"
    rf"{_PICTURE}{_BY_WHOM}\s?:\s?.{{1,200}}",
    rf"{_ONE_PICTURE}\s?:\s?.{{1,200}}",
    rf"{_PICTURE}\s?:\s?{_NAMES}\.?",
    r"(?:[Cc]redits?|CREDITS?|[Pp]ictured(?: above| below| left| right)?|[Cc]aption)\s?:\s?.{1,200}",
    # Without a colon only where names follow to the end: "Photo by Ann Oakley/Agency"
    rf"{_PICTURE} (?:by|via|from|courtesy(?: of)?) {_NAMES}\.?",
    rf"Courtesy(?: of)?:? {_NAMES}\.?",
    # A credit glued to its caption: "The mayor at the harbour.CreditAnn Oakley/Agency"
    rf"(?:.{{0,400}}[^\s])?Credit(?:Credit)?(?:\.\.\.|…)?(?=[A-Z]){_NAMES}",
    # A line that is a name and an agency: "Ann Oakley/AP", "Getty/Instagram."
    rf"{_NAME}(?: {_NAME}){{0,3}}\s?/\s?{_AGENCY}(?:\s?/\s?{_NAME})?\.?",
    rf"{_AGENCY}\s?/\s?{_NAME}(?: {_NAME}){{0,3}}\.?",
    # An agency's captions: "FILE - …", "In this image taken from video, …"
    r"FILE(?: PHOTO)?\s?[-–—:]\s?.{1,400}",
    r"In this [\w.,' -]{0,60}\b(?:photo|photograph|image|frame grab)"
    r"(?: (?:released|provided|taken|made|posted|supplied|from) [^,]{2,80})?, .{1,400}",
    # A short paragraph without quotation marks that ends with a picture's credit in brackets
    rf"[^\"“”]{{1,300}}\((?:{_PICTURE}(?::| by| via| courtesy| from| provided)|Courtesy|Handout|Provided|Screenshot)"
    r"[^()]{0,100}\)\.?",
    rf"[^\"“”]{{1,300}}\({_NAMES}\s?(?:/|\bfor|\bvia)\s?(?:The )?{_AGENCY}(?: Images)?(?:\s?/\s?{_NAME})?\)\.?",
    r".{1,300}\bView Full Caption\b.{0,80}",
    # Copyright
    r"\(?(?:©|\([cC]\) ?\d{4}|[Cc]opyright\s(?:©|\([cC]\)|\d{4})).{0,300}",
    # Who wrote it: "Reporting by …; editing by …", "… contributed to this report.", "By Ann Oakley"
    r"\(?(?:[Aa]dditional )?[Rr]eporting (?:by|from) [A-Z].{1,240}",
    r"\(?(?:Writing|Editing) by [A-Z].{1,160}",
    r"With (?:files|reporting|additional reporting|contributions) (?:from|by) .{2,160}",
    r"[—–-]{0,2}\s?[A-Z][^.!?\"“”]{2,200}\bcontribut(?:ed|ing) (?:reporting )?to th(?:is|e) (?:report|story|article)\b"
    r".{0,60}",
    r"(?:Contributing|Information from)\s?: .{2,160}",
    r"(?:By|BY|By:) (?:[A-Z][\w.'-]*|[A-Z]+)(?:,? (?:and )?[A-Z][\w.'-]*){1,9}"
    r"(?:,? (?:staff|special|senior|chief|political) [\w ]{3,40})?",
)

# ------------------------------------------------------------------------------------------------ links to other pieces

# Labels that nobody begins a sentence with; and words of any sentence, which are labels in capitals.
_LABEL = (
    r"(?i:related(?: (?:stor(?:y|ies)|articles?|links?|coverage|content|videos?|posts?|news|reading))?|"
    r"read (?:more|also|next|this|on)|see (?:also|more|related)|also (?:see|read|watch|on)|"
    r"more (?:on this|like this|stories|coverage|news|to read|from .{2,40})|previous(?:ly| coverage| stories)|"
    r"recommended(?: (?:for you|reading|stories))?|don't miss|must[- ](?:reads?|see)|further reading|full coverage|"
    r"photo gallery|slideshow|in (?:pictures|photos|other news)|up next|most read|trending(?: now)?|editor's picks?|"
    r"you (?:may|might) (?:also )?like)"
)
_CAPITALS = (
    r"(?:MORE|ALSO|READ|SEE|WATCH|LISTEN|VIDEOS?|PHOTOS?|GALLERY|PICTURES|EARLIER|PREVIOUS|NEXT|EXPLAINER|PODCAST)"
)
_BULLET = r"[\s►▶>»•*·→+\[(-]*"
_COLON = r"(?:\s?[:|»>]|\s+[-–—]\s)\s?"
_ONE_LINE = r"(?:[^.]|\.(?!\s+[A-Z])){0,200}"  # no full stop with another sentence behind it

# In brackets, also before or after a paragraph of the story.
LINK_NOTE = (
    r"[\[(](?:RELATED|Related|READ(?: MORE| ALSO)?|Read more|MORE|ALSO|SEE(?: ALSO)?|See also|WATCH|SLIDESHOW|PHOTOS|"
    r"VIDEO|Video)\s*:[^\[\]()]{1,200}[\])]"
)

RELATED = (
    LINK_NOTE + r"\.?",
    # A label and a headline: "► Related: The bridge reopens", "MORE | The bridge reopens"
    rf"{_BULLET}{_LABEL}{_COLON}{_ONE_LINE}",
    rf"{_BULLET}{_CAPITALS}{_COLON}{_ONE_LINE}(?<!\.)",
    # A heading over a list of links
    r"(?i:related(?: (?:stories|articles|links|coverage|content|videos|posts|topics))?|read more|see also|popular|"
    r"most (?:read|popular|viewed)|you (?:may|might) also like|recommended(?: for you)?|more (?:stories|news)|"
    r"editor's picks|trending now|up next|photo gallery)",
    r"(?:More|Most read|Read more|See more|Full coverage|More stories|More news) (?:from|on|about|in|by) (?:the )?[A-Z]"
    r"[\w' ]{2,40}",
    # The way to other pieces: "For more stories like this, check our news page.", "Read the full story at the Gazette."
    r"(?:For|Want) more (?:[\w' ]{0,40} )?(?:stories|news|coverage|information|details|on this)\b[^\"“”]{0,120}"
    r"\b(?:check|visit|see|read|click|go to|head to|listen)\b[^\"“”]{1,120}",
    r"(?:Read|See|View|Find) (?:or share|the (?:full|rest of the|whole|entire|original|complete)) (?:this )?"
    r"(?:story|article|report|piece|interview|post|essay|investigation|coverage)\b.{0,120}",
    r"(?i:click|tap) (?i:here|on the link)\b(?!.{0,80}\b(?i:sign up|subscribe|app|newsletter)\b).{0,200}",
    r"(?:https?://|www\.)\S+",
)

# -------------------------------------------------------------------------------------------------- calls to the reader

_SOCIAL = (
    r"(?:Twitter|X|Facebook|Instagram|TikTok|YouTube|Threads|Bluesky|Telegram|WhatsApp|LinkedIn|Pinterest|Snapchat|"
    r"Tumblr)"
)
_EMAIL = r"[\w.+-]+@[\w-]+\.[\w.]+"
_UNQUOTED = r"[^\"“]"  # what stands in quotation marks is somebody else's call

CALL = (
    # Comments
    rf"(?:(?:So|And|But|Now),? )?(?:[Ww]hat|[Hh]ow) (?:do|did|are|would|about) (?:you|ya|y'all|YOU)\b[^.?!\"“]{{0,160}}"
    rf"\b(?:think|thoughts|feel|say)\b[^.?!\"“]{{0,120}}\?(?: {_UNQUOTED}{{0,200}})?",
    r"(?:Sound (?:off|OFF)|SOUND OFF|Let us know|Tell us|Leave (?:a|your|us)|Drop (?:a|your)|Share your|Have your say|"
    r"Weigh in|Chime in|Join the (?:[Cc]onversation|discussion|debate)|Comment below|Post your|Add your|Write to us|"
    rf"Send (?:us|your)|Please (?:share|leave|comment|read our|keep comments|send))\b{_UNQUOTED}{{0,200}}",
    rf"{_UNQUOTED}{{0,200}}\b(?:in|using) (?:the|our) comments?(?: section| box| thread)?(?: below)?\s?[.!?]*",
    r"Would you like to comment\b.{0,120}",
    # Newsletters, subscriptions, membership
    r"(?:Please |To |You can |(?i:click here) to |Want [^?]{3,80}\? |For more,? )?"
    r"(?:[Ss]ign up|SIGN UP|[Ss]ubscribe|SUBSCRIBE)\b(?! to\b(?! (?:our|the|my|his|her|this|[A-Z]))).{0,240}",
    rf"{_UNQUOTED}{{0,300}}\b(?:[Ss]ign(?:ing)? up|[Ss]ubscrib(?:e|ing)) (?:for|to) (?:one of |all )?our\b"
    rf"{_UNQUOTED}{{0,200}}",
    rf"{_UNQUOTED}{{0,300}}\bour (?:(?:free|daily|weekly|new|morning|evening|e-?mail|politics) ){{0,3}}newsletters?\b"
    rf"{_UNQUOTED}{{0,200}}",
    r"(?:NEWSLETTER|Newsletter)\s?:.{0,200}",
    r"(?:Get|Receive) (?:(?:our|the|daily|weekly|breaking|essential|more|top|all|latest|local|today's|National|free) )"
    rf"{{1,4}}[^\"“.]{{0,60}}\b(?:news|newsletters?|headlines|alerts|updates|stories|app|inbox|e-?mail)\b"
    rf"{_UNQUOTED}{{0,120}}",
    r"(?:Support|Help us|Become a|Donate|Already a|Not a|Enjoying|Thank you for reading|Thanks for reading)\b"
    rf"{_UNQUOTED}{{0,80}}\b(?:subscrib\w+|members?|membership|supporter|journalism|newsroom|"
    rf"our (?:work|site|reporting)|unlimited|ad-free)\b{_UNQUOTED}{{0,160}}",
    # "Get our weekly letter about rivers.", "… No spam, ever. Unsubscribe at any time."
    r"(?:Get|Receive|Read|Try) (?:our|my)(?: (?:free|daily|weekly|monthly|new|morning|evening|e-?mail)){1,3}"
    rf" (?:letter|digest|round-?up|briefing|bulletin|dispatch|mailing|e-?mail)\b{_UNQUOTED}{{0,200}}",
    rf"{_UNQUOTED}{{0,240}}\b(?:No spam|[Uu]nsubscribe (?:at )?any ?time)\b{_UNQUOTED}{{0,80}}",
    # Following, and the outlet's app
    rf"(?:{_UNQUOTED}{{0,240}}[.!?:)] ?)?(?:Please |You (?:can|should) |And |Be sure to )?"
    r"(?:[Ff]ollow|FOLLOW|[Ll]ike|LIKE|[Ff]ind|FIND|[Jj]oin|JOIN)\b [^\"“.]{1,80}\bon (?:the )?[^\"“.]{0,40}"
    rf"{_SOCIAL}\b.{{0,160}}",
    rf"(?:Follow|FOLLOW) [\w.@' ]{{2,50}}:\s?(?:{_SOCIAL}.{{0,80}})?",
    rf"(?:(?:Like|Follow|Join) (?:[Uu]s|[Oo]ur|[Tt]he)|Stay [Uu]p [Tt]o [Dd]ate)\b[^\"“.]{{0,80}}\b{_SOCIAL}\b"
    rf"{_UNQUOTED}{{0,80}}",
    rf"(?:{_UNQUOTED}{{0,120}}, )?(?:[Dd]ownload|DOWNLOAD|Get|GET) (?:the|our|THE|OUR)\b[^\"“.]{{0,60}}"
    rf"\b(?:[Aa]pp|APP)s?\b{_UNQUOTED}{{0,160}}",
    r"(?i:click|tap) (?i:here)\b.{0,200}",
    # Staying with a running story
    r"(?:(?:This is|It is|It's) a (?:developing|breaking)[\w -]{0,20}(?:story|news|situation)?\b[^\"“]{0,40}"
    r"[.;:–—-]+\s?)?(?:Please )?(?:[Ss]tay with (?=us|[A-Z])|(?:[Ss]tay tuned|[Cc]heck back|[Rr]efresh|"
    rf"[Tt]une in|[Mm]ore to follow|[Kk]eep checking)\b){_UNQUOTED}{{0,200}}",
    r"This is a (?:developing|breaking)\b[\w ]{0,20}\b(?:story|news|situation)\b(?:[^\"“.]{0,80}|[.,;] (?:[Ii]t|"
    rf"[Mm]ore|[Tt]his|[Ww]e|[Uu]pdates|[Rr]efresh|[Dd]etails)\b{_UNQUOTED}{{0,120}})[.…]?",
    # Writing to the outlet or to the writer
    r"(?:Do you (?:have|know)|Got|Have|Are|Have you|Were you)\b[^.?!\"“]{2,120}\?[^\"“]{0,60}\b(?:[Ee]-?mail|"
    rf"[Cc]ontact|[Gg]et in touch|[Ss]end|[Tt]ell|[Ll]et us|[Tt]ext|[Ww]rite|[Cc]all)\b{_UNQUOTED}{{1,160}}",
    rf"(?:Get|GET) in touch\b{_UNQUOTED}{{0,200}}",
    r"(?:(?:To reach|To contact|Contact|Reach|Email|E-mail|Follow|Write to)\b|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2} "
    r"(?:can be (?:reached|contacted|e-?mailed|followed)|is (?:a|an|the)|covers|writes))\b"
    rf"{_UNQUOTED}{{0,240}}(?:{_EMAIL}|(?<!\w)@\w{{2,}}).{{0,160}}",
    rf"(?:(?:[Ee]-?mail|[Cc]ontact|[Tt]witter|[Ff]ollow)\s?:\s?)?(?:{_EMAIL}|@\w{{2,}})(?:\s.{{0,60}})?",
    rf"{_SOCIAL}\s?:\s?@?\w{{2,40}}",
    # Looking at something set into the page
    r"(?:(?:You can|Please) )?(?:[Ww]atch|WATCH|[Ss]ee|SEE|[Vv]iew|[Cc]heck out|[Tt]ake a look at|[Ll]isten to|[Hh]ear|"
    r"[Rr]ead|[Ss]croll)\b[^.!?\"“]{0,140}\b\(?(?:below|above|BELOW|here|for yourself)\)?\s?[:.!]*",
    r"(?:Watch|WATCH|See|SEE|View) (?:the|this|a)? ?(?:full |entire )?(?:[Vv]ideo|VIDEO|clip|trailer)\b"
    r"[^.!?\"“]{0,60}[:.!]*",
    # Furniture of the page
    r"(?:Please )?[Ee]nable Java[Ss]cript\b.{0,100}|You must enter the characters\b.{0,120}|Scroll down for\b.{0,60}",
    r"(?:Article|Story|Post|Content) (?:content )?continues (?:below|after)\b.{0,60}|Article content|Loading\W*",
    r"(?:Advertisement|ADVERTISEMENT)\b.{0,60}|(?:Share this|Share on|Share:|Share story|Recommended by)\b.{0,80}",
    r"Our Standards: .{2,80}|All rights reserved\.?",
    rf"{_SOCIAL}|Google\+?|E-?mail|Print|More|Save|Share|Tweet|Reddit|[Cc]omments?|Reply|Log ?in|Sign in|Copy link|"
    r"Photos|\d+ (?:Pending )?[Cc]omments?",
)

# ----------------------------------------------------------------------------------------------------------- help lines

_TURN_TO = (
    r"\b(?:calls?|contact|visit|text|dial|reach|hot-?line|help-?line|lifeline|crisis line|resources|Samaritans|988|"
    r"get help|support|https?:|www\.|(?:[Ll]ine|[Cc]ent(?:re|er)|[Cc]harity) (?:is|are) (?:open|available|there)|"
    r"(?:on|at) \(?\d{2,5}\)?[\s-]\d+)"
)
_TROUBLE = (
    r"\b(?:affected|struggl\w+|experienc\w+|abus\w+|suicid\w+|crisis|violence|victims?|thoughts|depress\w+|distress\w*|"
    r"anxi\w+|addict\w+|help|support|talk|harm\w*)\b"
)

HELP = (
    # "If you or someone you know needs help, call …"
    r"(?:\*|Editor's note: |NOTE: )?If (?:you or (?:someone|somebody|anyone|a )|(?:someone|somebody|anyone) you know|"
    rf"you(?:'re| are|'ve| have| think| feel| need| suspect| want to talk)\b{_UNQUOTED}{{0,60}}{_TROUBLE})"
    rf"\b{_UNQUOTED}{{0,300}}{_TURN_TO}\b{_UNQUOTED}{{0,300}}",
    r"(?:Anyone|People|Those|Readers) (?:affected by|struggling|in crisis|experiencing|who (?:are|is|needs?|have been)|"
    rf"in need of|with violence)\b{_UNQUOTED}{{0,200}}\bcan\b{_UNQUOTED}{{0,60}}{_TURN_TO}\b{_UNQUOTED}{{0,300}}",
    r"(?:For (?:confidential |free |emotional |immediate )?(?:help|support|advice|counsell?ing)|"
    r"(?:Confidential )?[Hh]elp (?:is available|for|can be found)|Need (?:help|support|to talk))\b"
    rf"{_UNQUOTED}{{0,240}}{_TURN_TO}\b{_UNQUOTED}{{0,300}}",
    # A help line's name and how to reach it
    r"(?:The )?(?!The )(?:[A-Z][\w'/&.-]*,? (?:of |on |for |and )?){1,8}"
    r"(?:[Hh]otline|[Hh]elpline|Help ?[Ll]ine|Lifeline|[Cc]risis [Ll]ine|Crisis Text Line)\s?(?::|\(|at |on \d|"
    rf"is (?:available|open|free|a free)|can be (?:reached|contacted|called)){_UNQUOTED}{{0,300}}",
    # "In the UK, the charity … can be reached on …"
    r"In the (?:UK|U\.K\.|US|U\.S\.|United States|United Kingdom)(?: and [A-Z]\w+)?,? "
    rf"{_UNQUOTED}{{0,200}}(?:Samaritans|988|[Ll]ifeline|[Hh]elpline|[Hh]otline|Childline)\b{_UNQUOTED}{{0,400}}",
    r"(?:Call or text|Text|Call|Dial) (?:988|116 123|HOME to|the (?:[A-Z][\w']* ){1,5}(?:Lifeline|Helpline|Hotline))\b"
    rf"{_UNQUOTED}{{0,300}}",
)

# A call for witnesses or gifts is news, not a help line; what somebody says is reporting, not the outlet's call.
NOT_HELP = re.compile(
    r"\b(?:tips?|tipsters?|crime ?stoppers|with information|any information|witness\w*|detectives?|investigators?|"
    r"police|sheriff\w*|gofundme|donat\w+)\b",
    re.IGNORECASE,
)
SOMEBODY_SAYS = re.compile(
    r"\b(?:said|says|told|tells|added|according to|tweeted|wrote|urged|asked|warned|stated|announced|argued|insisted|"
    r"replied|explained|shouted|yelled|cried|pleaded|begged|recalled|testified|ordered|demanded|joked)\b"
)
