# ruff: noqa: E501 - a paragraph is one line
"""Invented reports for the test pages: nothing in them happened, and nobody in them exists."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Story:
    """One report. `body`: pairs of a kind (p, h2, quote, li) and its text, in order."""

    headline: str
    deck: str
    authors: tuple[str, ...]
    date: str
    words_date: str
    body: tuple[tuple[str, str], ...]
    captions: tuple[tuple[str, str], ...]
    related: tuple[str, ...]
    pull_quote: str
    tags: tuple[str, ...] = field(default=("Politics", "Energy", "Europe"))


def _body(text: str) -> tuple[tuple[str, str], ...]:
    kinds = {"# ": "h2", "> ": "quote", "* ": "li"}
    return tuple(
        (kinds.get(line[:2], "p"), line[2:] if line[:2] in kinds else line)
        for line in (raw.strip() for raw in text.strip().split("\n"))
        if line
    )


STORIES = (
    Story(
        headline="Ministers quit as row over Orsk dam report deepens",
        deck="Energy and interior ministers walk out after the cabinet votes to keep the safety study sealed until autumn",
        authors=("Ana Kord", "Tomas Villen"),
        date="2025-03-04T18:42:00+01:00",
        words_date="4 March 2025",
        captions=(
            ("The Orsk dam, seen from the village of Lower Belm, in February.", "Bela Ruiz/AFP"),
            ("Former energy minister Tomas Berg leaves the cabinet office on Tuesday.", "Photo: Ines Holm"),
        ),
        related=(
            "What we know about the cracks in the Orsk dam",
            "Timeline: ten years of warnings",
            "Who is Ilse Hartog?",
        ),
        pull_quote="The people who live below that wall have a right to know",
        body=_body("""
Two ministers resigned on Tuesday after the government refused to publish a report into the safety of the dam above the town of Orsk, deepening a crisis that has split the ruling coalition.
Tomas Berg, the energy minister, and Lena Faar, the interior minister, walked out of a cabinet meeting shortly before noon, officials said.
“We could not stay,” Mr Berg told reporters outside parliament. “The people who live below that wall have a right to know what the engineers have written.”
The prime minister, Ilse Hartog, said that she would name successors before the end of the week.
# A wall that moved
Engineers warned last year that the crest of the dam had moved by 12 centimetres since 2015, a figure that the government disputes. The water authority says the true number is closer to four.
The study, which runs to 340 pages, was commissioned in October after divers found cracks in the lower gallery. Three people who have read it said that it recommends lowering the reservoir by nine metres before the spring melt.
“Nine metres is not a precaution, it is an admission,” said Ruta Selmi, a hydrologist at the University of Tarn.
Some 13,000 people live in the valley below the dam. A siren test in January reached fewer than half of them, according to the district council.
# Coalition in doubt
The Farmers' Union, the junior partner in the government, said it would meet on Thursday to decide whether to stay. Its leader, Piet Aal, called the decision to seal the report “a mistake that we told them not to make”.
Ms Hartog's party holds 61 of the 150 seats in parliament and cannot govern without the Farmers' Union.
Asked whether she would call an early election, the prime minister said: “No. Next question.”
The opposition has demanded a vote of no confidence, which could be held as early as next Wednesday.
"""),
    ),
    Story(
        headline="Dockers in Port Maren vote to end five-week strike",
        deck="Union members back a deal that raises pay by 9.5% over two years",
        authors=("Jan Oom",),
        date="2024-11-19T09:15:00Z",
        words_date="Nov. 19, 2024",
        captions=(
            (
                "Dock workers cheer after the vote at the Seamen's Hall in Port Maren on Monday, Nov. 18, 2024.",
                "(Karl Vint/Pool via AP)",
            ),
        ),
        related=("Strike has cost the port $40 million, operator says", "How the dockers' dispute began"),
        pull_quote="We are going back with our heads up",
        tags=("Strikes", "Shipping", "Labor"),
        body=_body("""
PORT MAREN (AP) — Dock workers in Port Maren voted Monday to end a five-week strike that had closed the country's largest container terminal and left more than 60 ships waiting at anchor.
The deal, backed by 71% of those who voted, raises pay by 9.5% over two years and puts off the introduction of automatic cranes until 2028.
“We are going back with our heads up,” union president Rosa Tellier told a crowd outside the Seamen's Hall. “They said it could not be done. It is done.”
The terminal's operator, Northmole, said work would resume at 6 a.m. Wednesday.
Here is what the agreement contains:
* A rise of 5% now and 4.5% in November 2025.
* A one-time payment of $1,200 for each worker.
* A joint committee on automation, to report by June 2027.
Retailers had warned that shelves could be empty by the holidays. The employers' federation put the cost of the strike at between $35 million and $40 million.
Not everyone was pleased. “Two years is nothing. The cranes are coming and we all know it,” said Emil Drost, 44, who has worked at the port since he was 19.
The government, which had threatened to send in soldiers to unload food and medicine, welcomed the vote.
Transport Minister Odile Brandt said in a statement that “reason has prevailed.”
Ships will be unloaded in the order in which they arrived, the harbor master's office said, and the queue should be gone within three weeks.
"""),
    ),
    Story(
        headline="Flood toll in Saruna valley rises to 41 as rescuers reach cut-off villages",
        deck="Army helicopters land in Upper Saruna for the first time since Friday's cloudburst",
        authors=("Staff Reporter",),
        date="2023-08-21T21:05:00+05:30",
        words_date="August 21, 2023 09:05 pm IST",
        captions=(
            ("Villagers cross the Saruna on a rope bridge put up by the army on Monday. | Photo Credit: PTI", ""),
            ("A damaged school building in Dhera.", "PTI"),
        ),
        related=("Watch | Drone footage of the flooded Saruna valley", "Explained | What is a cloudburst?"),
        pull_quote="There was a sound like a train, and then there was no road",
        tags=("flood", "disaster management"),
        body=_body("""
The number of people known to have died in the floods in the Saruna valley rose to 41 on Monday after rescuers reached two villages that had been cut off since Friday, officials said.
At least 17 people are still missing, District Collector M. R. Pathel told reporters in Dhera. He said 26 bodies had been identified so far.
“There was a sound like a train, and then there was no road,” said Bhima Tolan, a shopkeeper in Upper Saruna, who spent two nights on the roof of the post office with his three daughters.
Four helicopters of the Army and the State Disaster Response Force flew 38 sorties through the day, bringing out 212 people, among them a group of pilgrims from the plains.
The Meteorological Centre had issued an orange alert on Thursday evening. Residents said no warning reached them.
“The towers were down by eight o'clock. Nobody could have received a message,” Mr. Pathel said.
Chief Minister Sunita Raghal announced ₹5 lakh for the family of each of the dead and ₹50,000 for those who lost their homes. She will visit the valley on Tuesday.
An earlier statement from the control room had put the number of dead at 44; it was corrected because three persons had been counted twice.
Schools in the district will remain closed till August 25.
"""),
    ),
    Story(
        headline="Central bank holds rates and warns of ‘stubborn’ prices",
        deck="Governor says inflation will stay above target until late 2026",
        authors=("Miriam Eckhart", "Luc Dassin"),
        date="2025-06-12T11:45:00Z",
        words_date="June 12, 2025 11:45 AM UTC",
        captions=(
            (
                "Central bank Governor Henrik Solt speaks at a news conference in Larsund, June 12, 2025.",
                "REUTERS/Mikael Brandt/File Photo",
            ),
        ),
        related=("Krona falls to three-month low after rate decision", "Analysis: Why prices will not come down"),
        pull_quote="We are not there yet, and I will not pretend that we are",
        tags=("Monetary Policy", "Interest Rates"),
        body=_body("""
LARSUND, June 12 - The central bank kept its main interest rate at 4.25% on Thursday and said inflation would stay above its target for longer than it had expected, sending the krona to its weakest level since March.
Six of the nine members of the board voted to leave the rate unchanged, while three wanted a cut of a quarter of a percentage point.
"We are not there yet, and I will not pretend that we are," Governor Henrik Solt told a news conference. "Prices for services are stubborn."
Inflation was 3.4% in May, down from 3.6% in April but well above the bank's target of 2%.
Economists polled last week had expected no change, but most had thought that only one or two members would vote for a cut.
"Three is a signal," said Pilar Ostrow, chief economist at Fenwick Bank. "August is open."
# WAGES
Wage growth has slowed to 4.1% from 5% a year ago. The bank's staff now see it falling below 3% only in the second half of 2026.
Finance Minister Greta Lund, who had urged the bank to lower borrowing costs, declined to comment on the decision.
The krona fell 0.8% to 11.42 per euro by 1130 GMT. Yields on two-year government bonds rose 6 basis points.
The bank's next decision is due on August 21.
"""),
    ),
    Story(
        headline="'They took the piano too': the museum thieves of Castel Brin",
        deck="For eleven years the treasures of a small town disappeared one by one. Then a schoolgirl counted them",
        authors=("Imogen Farrow",),
        date="2024-02-03T06:00:30.000Z",
        words_date="Sat 3 Feb 2024 06.00 GMT",
        captions=(
            ("The empty music room at the museum in Castel Brin.", "Photograph: Paolo Resti/The Observer"),
            ("Giada Moretti, who kept the list.", "Photograph: family handout"),
        ),
        related=("The art detective who never gives up", "Italian police recover stolen altarpiece"),
        pull_quote="I only wanted to draw the clock, and the clock was gone",
        tags=("Museums", "Italy", "features"),
        body=_body("""
On the first Monday of every month Giada Moretti, who is 12, goes to the museum of Castel Brin to draw. She began with the stuffed heron by the stairs. In May she wanted to draw the clock.
“I only wanted to draw the clock, and the clock was gone,” she says. “So I asked the man where it was, and he said there had never been a clock.”
She had a postcard of it at home.
What Giada did next has become known, in this town of 4,000 people, as “the list”. She compared the museum's catalogue of 1998, which her grandfather had bought for 3,000 lire, with what stood in the rooms. It took her three Saturdays. Of 212 objects, 67 were missing.
# A quiet trade
The director, Aldo Verri, was arrested in October. Prosecutors say that he and two dealers sold paintings, silver, a harpsichord and, in 2019, a concert grand that needed eight men and a crane.
“They took the piano too,” says the mayor, Chiara Bonfanti, standing in the empty music room. “In daylight. People helped them with the doors.”
Verri, who denies theft, has said through his lawyer that the objects were “lent for restoration” and that the papers were lost in a flood in 2014.
There was a flood in 2014. It did not reach the archive, which is on the second floor.
# ‘We never looked’
Why did nobody notice? The museum had about 900 visitors a year, most of them schoolchildren.
“We never looked,” says Bonfanti. “It was ours, so we never looked.”
So far the carabinieri have found 19 of the 67 objects, among them the clock. It was in a hotel in Lugano, in a room that costs €480 a night.
Giada has been there to draw it. The hotel let her in for nothing.
"""),
    ),
    Story(
        headline="Kalvia and Torrend sign accord on border crossings",
        deck="",
        authors=("RFE/RL's Kalvian Service",),
        date="2022-05-17 15:30:00Z",
        words_date="May 17, 2022 15:30 GMT",
        captions=(("A Torrendian border guard at the Mosta crossing (file photo)", ""),),
        related=("Torrend Says It Will Reopen Two Crossings", "Kalvian President Rules Out Early Vote"),
        pull_quote="",
        tags=("Kalvia", "Torrend"),
        body=_body("""
MOSTA -- Kalvia and Torrend have signed an agreement to reopen four border crossings that have been closed since clashes in 2020 in which at least 36 people were killed.
The accord was signed on May 17 by the two countries' foreign ministers, Irakli Dvani and Samira Nolt, at a tent put up on the bridge over the Mosta River.
Dvani called the signing "the end of a bad chapter" and said buses would run between the two capitals "before the summer is over."
Nolt said that her government expected Kalvia to withdraw its heavy weapons from the border zone within 30 days, as foreseen in an annex that has not been published.
The Kalvian Defense Ministry did not respond to a request for comment on the annex.
Opposition lawmakers in Kalvia accuse President Tornike Abul of having conceded 14 square kilometers of pasture in exchange for the accord. He denies the accusation.
"There is no secret deal. There is a river, and there is a bridge on it," Abul told a joint session of parliament on May 16.
The European Union's special envoy, Marta Leclair, welcomed what she called a "brave step" and said Brussels would provide 22 million euros for customs posts.
The clashes of September 2020 began with a quarrel over a water pump and lasted for nine days.
"""),
    ),
    Story(
        headline="School bus plunges off bridge near Tall Pines; driver praised as all 23 children survive",
        deck="Sheriff: ‘She never stopped counting’",
        authors=("Dana Whitlock",),
        date="2025-01-28T16:20:00-06:00",
        words_date="January 28, 2025 at 4:20 p.m.",
        captions=(
            (
                "Crews pull a school bus from Miller Creek near Tall Pines on Tuesday.",
                "Courtesy Haskell County Sheriff's Office",
            ),
        ),
        related=("School districts across region announce closures", "Bridge was rated ‘poor’ in 2023, records show"),
        pull_quote="She never stopped counting",
        tags=("Haskell County", "Crash"),
        body=_body("""
TALL PINES — A school bus carrying 23 children slid off an icy bridge and into a creek Tuesday morning, and every one of them got out alive.
Sheriff Wade Collier credited the driver, Loretta Banks, 61, who broke a window with a fire extinguisher and passed the children out one at a time.
“She never stopped counting,” Collier said. “When we got there she was standing in water up to here, and she said, ‘Twenty-three. I have 23.’”
Banks was treated for hypothermia and released. Six children had minor injuries.
The crash happened around 7:10 a.m. on County Road 9, about four miles south of Tall Pines.
It was 14 degrees at the time, the National Weather Service said.
The bridge was built in 1957. Inspectors rated it “poor” in 2023, and county commissioners had voted to replace it next year.
“I'm not going to talk about the bridge today,” Commissioner Hal Ostrander said. “Today I'm going to go hug my grandson. He was in the fourth row.”
Classes are canceled through Thursday. Counselors will be at the high school gym from 9 a.m. to 5 p.m. Wednesday.
"""),
    ),
    Story(
        headline="Drone attack sets fuel depot ablaze in Vostrava; both sides trade blame",
        deck="Officials report no casualties, but thousands are told to stay indoors",
        authors=("AFP",),
        date="2024-07-30T04:12:00+00:00",
        words_date="Jul 30, 2024, 07:12 AM",
        captions=(("Smoke rises over Vostrava on July 30, 2024. (AFP)", ""),),
        related=("Talks on grain corridor to resume in Geneva", "EU ministers to discuss air-defence package"),
        pull_quote="",
        tags=("Vostrava", "Drones"),
        body=_body("""
A drone attack early Tuesday set fire to a fuel depot on the edge of Vostrava, officials said, sending a column of black smoke over the city and forcing thousands of people to stay indoors.
Governor Oleh Tarchuk said 11 drones had been shot down and that “two or three” had reached the depot. He reported no casualties.
The defence ministry in Krasnov denied any involvement and said that the fire was caused by a falling air-defence missile.
Neither claim could be independently verified.
Residents said they had heard explosions from about 2:30 am (2330 GMT Monday).
“It was like daylight in the kitchen,” said Nadia, a 52-year-old nurse who declined to give her surname.
More than 150 firefighters were at the scene by dawn, the emergency service said. It expected the blaze to burn for at least two days.
Air quality in the northern districts was “very unhealthy”, according to the city's monitoring stations, and kindergartens were closed.
The depot holds up to 20,000 tonnes of diesel. It was hit once before, in March, when four workers were killed.
The United Nations called on both sides to spare civilian infrastructure. “These attacks must stop,” spokesman Julian Reyes said in New York.
"""),
    ),
)
