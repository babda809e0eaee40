"""What the letters of letters.py say: names, places, subjects and sentences, in English and French."""

FIRST = ("Aline", "Björn", "Carla", "Dmitri", "Eve", "Françoise", "George", "Hana", "Inès", "Jürgen", "Kofi", "Léa", "Mirela", "Noor",
         "Óscar", "Paula", "Renée", "Stella", "Tomás", "Yasmin")
FAMILY = ("Archer", "Beaulieu", "Côté-Roy", "Dubé", "Emond", "Fraser", "Gélinas", "Haddad", "Iqbal", "Jansen", "Kaur", "Lemaître",
          "Mbeki", "Novak", "Ouellette", "Pérusse", "Quinn", "Rivest", "Sato", "Thériault", "Vance", "Zhou")
HOSTS = ("mail.example.com", "poste.example.ca", "home.example.net", "inbox.example.org", "telecom.example.ca", "box.example.edu")
STREETS = {
    "en": ("Alder Row", "Bayview Road", "Cedar Court", "Depot Street", "Ferry Lane", "Granite Avenue", "Harbour Drive", "Orchard Way", "Quarry Hill"),
    "fr": ("rue de l'Étang", "chemin des Pêcheurs", "avenue Mâcon", "boulevard Élisée", "rue du Vieux-Moulin", "côte Sainte-Thérèse", "place Frontenac", "allée des Chênes"),
}
GREETING = {"en": "Good day,", "fr": "Madame, Monsieur,"}
CLOSING = {"en": "Kind regards,", "fr": "Cordialement,"}
SIGNATURES = {"en": ("Sent from a small screen", "Get well organised with our calendar", "Kind regards"),
              "fr": ("Envoyé d'un petit écran", "Pensez à la planète avant d'imprimer", "Bien à vous")}

# Of each topic that letters_town.py has a rule for, and of the rest, what subjects say.
SUBJECTS = {
    "pothole": {"en": ("Pothole at {number} {street}", "A very deep pothole on {street}"), "fr": ("Nid-de-poule au {number}, {street}", "Nid-de-poule énorme, {street}")},
    "snow": {"en": ("Snow bank blocks {street}", "When is the snow on {street} removed?"), "fr": ("Neige non enlevée, {street}", "Banc de neige devant le {number} {street}")},
    "signal": {"en": ("Traffic light dark at {street}", "Traffic light too short, {street}"), "fr": ("Feu de circulation éteint, {street}", "Feu de circulation déréglé ({street})")},
    "sewer": {"en": ("Storm sewer clogged, {number} {street}", "Storm sewer grate missing on {street}"), "fr": ("Égout bouché, {street}", "Égout qui déborde au {number} {street}")},
    "tree": {"en": ("Tree across {street}", "Rotten tree by {number} {street}"), "fr": ("Arbre couché, {street}", "Arbre dangereux au {number} {street}")},
    "playground": {"en": ("Playground slide broken near {street}", "Playground lighting"), "fr": ("Glissade brisée, aire de jeux, {street}", "Éclairage de l'aire de jeux")},
    "rink": {"en": ("Skating rink opening times", "Skating rink boards on {street}"), "fr": ("Patinoire : heures d'ouverture", "Bandes de la patinoire, {street}")},
    "trail": {"en": ("Trail flooded behind {street}", "Trail signs"), "fr": ("Sentier inondé près de {street}", "Sentier : balises effacées")},
    "noise": {"en": ("Noise at night, {number} {street}", "Noise from the yard on {street}"), "fr": ("Bruit la nuit au {number} {street}", "Bruit du chantier, {street}")},
    "parking": {"en": ("Parking on both sides of {street}", "Parking fine {number}"), "fr": ("Stationnement gênant, {street}", "Stationnement : constat {number}")},
    "dog": {"en": ("Dog loose on {street}", "Dog barks all day at {number} {street}"), "fr": ("Chien en liberté, {street}", "Chien qui jappe au {number} {street}")},
    "garbage": {"en": ("Garbage not collected on {street}", "Garbage dumped by {number} {street}"), "fr": ("Ordures non ramassées, {street}", "Ordures au {number} {street}")},
    "tax": {"en": ("Property tax instalment {number}", "My property tax account"), "fr": ("Taxe foncière : versement {number}", "Ma taxe foncière")},
    "permit": {"en": ("Building permit {number}", "Building permit for a shed on {street}"), "fr": ("Permis de construction {number}", "Permis de construction, {street}")},
    "records": {"en": ("Records of council, item {number}", "Records about {street}"), "fr": ("Archives : dossier {number}", "Archives concernant {street}")},
    "licence": {"en": ("Licence renewal {number}", "Shop licence on {street}"), "fr": ("Licence à renouveler {number}", "Licence de commerce, {street}")},
    "event": {"en": ("Invitation to the fair on {street}", "Invitation, reply by the {number}th"), "fr": ("Invitation à la fête de {street}", "Invitation au vernissage")},
    "budget": {"en": ("Budget, line {number}", "Thoughts on next year's budget"), "fr": ("Budget, poste {number}", "Réflexions sur le budget")},
    "bus": {"en": ("Bus shelter at {number} {street}", "Bus always late on {street}"), "fr": ("Autobus en retard, {street}", "Abri d'autobus au {number} {street}")},
    "thanks": {"en": ("Thanks for the work on {street}", "Thanks to your crew"), "fr": ("Merci pour les travaux, {street}", "Merci à votre équipe")},
    "other": {"en": ("A question about {street}", "As we said on the telephone", "Something else"), "fr": ("Une question sur {street}", "Suite à notre entretien", "Autre chose")},
}

SENTENCES = {
    "en": """We moved here nine years ago and have never had to write to the town before.
It began after the heavy rain of last month and gets a little worse every week.
Would somebody be so kind as to telephone me, preferably in the late afternoon?
The lady next door says she told your office about the very same thing in spring.
Children pass this place on their way to school, often when it is still dark.
Two pictures that I took this morning should tell you more than my words can.
I waited on the line for half an hour yesterday and then had to go back to work.
Could you let me know which office deals with this and how long it usually takes?
Since the barriers were put up a delivery van can hardly get through any more.
I know that there is not enough money for everything, but this is about safety.
Several of us would gladly lend a hand on a Saturday if that would be of help.
Your web page and the letter in my mailbox do not say the same thing about it.
The lamp at the corner has been out since then, which makes it even harder to see.
My mother is eighty-four and does not dare to leave the house because of this.""".split("\n"),
    "fr": """Nous habitons ici depuis neuf ans et c'est la première fois que nous écrivons à la ville.
Tout a commencé après les fortes pluies du mois dernier et cela empire chaque semaine.
Quelqu'un aurait-il l'amabilité de me téléphoner, de préférence en fin d'après-midi ?
Ma voisine me dit avoir signalé exactement la même chose à vos services au printemps.
Des enfants passent par là pour aller à l'école, souvent quand il fait encore noir.
Les deux photos prises ce matin vous en diront plus que tout ce que je peux écrire.
J'ai attendu une demi-heure au téléphone hier, puis il m'a fallu retourner au travail.
Pourriez-vous m'indiquer quel service s'en occupe et combien de temps il faut compter ?
Depuis que les barrières sont posées, un camion de livraison n'arrive plus à passer.
Je sais bien que l'argent manque pour tout faire, mais il y va de la sécurité de tous.
Plusieurs d'entre nous donneraient volontiers un coup de main un samedi, au besoin.
Votre page et la lettre reçue dans ma boîte ne disent pas du tout la même chose.
Le réverbère du coin est éteint depuis ce temps-là, et l'on y voit encore moins.
Ma mère a quatre-vingt-quatre ans et n'ose plus sortir de chez elle à cause de cela.""".split("\n"),
}
