"""The publications that rules cite, as typed constants."""

from msgspec import Struct


class Literature(Struct, frozen=True):
    """A publication: `short` as rules cite it, `citation` in full, `doi` or `url` where it was confirmed."""

    short: str
    citation: str
    doi: str = ""
    url: str = ""


ANDERSON_KRATHWOHL_2001 = Literature(
    "Anderson and Krathwohl 2001",
    "Anderson, L. W., & Krathwohl, D. R. (Eds.). (2001). A taxonomy for learning, teaching, and assessing: A revision of Bloom's taxonomy of educational objectives. Longman.",
)
BARR_2005 = Literature(
    "Barr and others 2005",
    "Barr, H., Koppel, I., Reeves, S., Hammick, M., & Freeth, D. (2005). Effective interprofessional education: Argument, assumption and evidence. Blackwell.",
)
BARR_TAGG_1995 = Literature(
    "Barr and Tagg 1995",
    "Barr, R. B., & Tagg, J. (1995). From teaching to learning: A new paradigm for undergraduate education. Change, 27(6), 12-26.",
)
BERNE_1979 = Literature(
    "Berne Convention",
    "Berne Convention for the Protection of Literary and Artistic Works (as amended on 28 September 1979), Articles 8 and 9.",
    url="https://www.wipo.int/treaties/en/ip/berne/",
)
BIGGS_1996 = Literature(
    "Biggs 1996",
    "Biggs, J. (1996). Enhancing teaching through constructive alignment. Higher Education, 32(3), 347-364.",
    doi="10.1007/BF00138871",
)
CAIPE_2002 = Literature(
    "CAIPE 2002",
    "Centre for the Advancement of Interprofessional Education. (2002). Interprofessional education: A definition.",
    url="https://www.caipe.org",
)
CHARLES_2010 = Literature(
    "Charles and others 2010",
    "Charles, G., Bainbridge, L., & Gilbert, J. (2010). The University of British Columbia model of interprofessional education. Journal of Interprofessional Care, 24(1), 9-18.",
    url="https://nexusipe.org/informing/resource-center/university-british-columbia-model-interprofessional-education",
)
CWE_400 = Literature(
    "CWE-400",
    "MITRE. Common Weakness Enumeration, CWE-400: Uncontrolled resource consumption.",
    url="https://cwe.mitre.org/data/definitions/400.html",
)
DAVIS_2006 = Literature(
    "Davis and others 2006",
    "Davis, D. A., Mazmanian, P. E., Fordis, M., Van Harrison, R., Thorpe, K. E., & Perrier, L. (2006). Accuracy of physician self-assessment compared with observed measures of competence: A systematic review. JAMA, 296(9), 1094-1102.",
)
ECTS_2015 = Literature(
    "ECTS Users' Guide 2015",
    "European Commission. (2015). ECTS Users' Guide. Publications Office of the European Union.",
    doi="10.2766/87192",
)
EU_2022 = Literature(
    "Council of the EU 2022",
    "Council of the European Union. (2022). Council Recommendation of 16 June 2022 on a European approach to micro-credentials for lifelong learning and employability (2022/C 243/02). Official Journal of the European Union, C 243, 10-25.",
    url="https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=celex:32022H0627(02)",
)
FREEMAN_2014 = Literature(
    "Freeman and others 2014",
    "Freeman, S., Eddy, S. L., McDonough, M., Smith, M. K., Okoroafor, N., Jordt, H., & Wenderoth, M. P. (2014). Active learning increases student performance in science, engineering, and mathematics. PNAS, 111(23), 8410-8415.",
)
HARDEN_2001 = Literature(
    "Harden 2001",
    "Harden, R. M. (2001). AMEE Guide No. 21: Curriculum mapping: A tool for transparent and authentic teaching and learning. Medical Teacher, 23(2), 123-137.",
)
HARDEN_STAMPER_1999 = Literature(
    "Harden and Stamper 1999",
    "Harden, R. M., & Stamper, N. (1999). What is a spiral curriculum? Medical Teacher, 21(2), 141-143.",
    doi="10.1080/01421599979752",
)
HEAN_2012 = Literature(
    "Hean and others 2012",
    "Hean, S., Craddock, D., & Hammick, M. (2012). Theoretical insights into interprofessional education: AMEE Guide No. 62. Medical Teacher, 34(2), e78-e101.",
)
HPAC_2019 = Literature(
    "HPAC 2019",
    "Health Professions Accreditors Collaborative. (2019). Guidance on developing quality interprofessional education for the health professions. Chicago, IL: Health Professions Accreditors Collaborative.",
)
# Rules on elements whose wording in the guidance nobody could check yet say so in their reason.
HPAC_UNCONFIRMED = "The wording of this element is our reading of HPAC 2019, not yet confirmed against the document."
KENNEDY_2006 = Literature(
    "Kennedy and others 2006",
    "Kennedy, D., Hyland, Á., & Ryan, N. (2006). Writing and using learning outcomes: A practical guide. In EUA Bologna Handbook: Making Bologna work (C 3.4-1). Raabe.",
)
MAGER_1997 = Literature(
    "Mager 1997",
    "Mager, R. F. (1997). Preparing instructional objectives: A critical tool in the development of effective instruction (3rd ed.). Center for Effective Performance.",
)
MCGOWAN_2022 = Literature(
    "McGowan and others 2022",
    "McGowan and others. (2022). Scoping review on micro-credentials for interprofessional online education of health workers, PREP IP project (exact title and DOI not yet confirmed).",
)
MILLER_1990 = Literature(
    "Miller 1990",
    "Miller, G. E. (1990). The assessment of clinical skills/competence/performance. Academic Medicine, 65(9 Suppl.), S63-S67.",
)
NEWTON_2020 = Literature(
    "Newton and others 2020",
    "Newton, P. M., Da Silva, A., & Peters, L. G. (2020). A pragmatic master list of action verbs for Bloom's taxonomy. Frontiers in Education, 5, 107.",
    doi="10.3389/feduc.2020.00107",
)
OANDASAN_2005 = Literature(
    "Oandasan and Reeves 2005",
    "Oandasan, I., & Reeves, S. (2005). Key elements for interprofessional education. Part 1: The learner, the educator and the learning context. Journal of Interprofessional Care, 19(Suppl. 1), 21-38.",
)
PORTER_2002 = Literature(
    "Porter 2002",
    "Porter, A. C. (2002). Measuring the content of instruction: Uses in research and practice. Educational Researcher, 31(7), 3-14.",
)
REEVES_2016 = Literature(
    "Reeves and others 2016",
    "Reeves, S., Fletcher, S., Barr, H., Birch, I., Boet, S., Davies, N., McFadyen, A., Rivera, J., & Kitto, S. (2016). A BEME systematic review of the effects of interprofessional education: BEME Guide No. 39. Medical Teacher, 38(7), 656-668.",
    doi="10.3109/0142159X.2016.1173663",
)
ROGERS_2017 = Literature(
    "Rogers and others 2017",
    "Rogers, G. D., Thistlethwaite, J. E., Anderson, E. S., Abrandt Dahlgren, M., Grymonpre, R. E., Moran, M., & Samarasekera, D. D. (2017). International consensus statement on the assessment of interprofessional learning outcomes. Medical Teacher, 39(4), 347-359.",
    doi="10.1080/0142159X.2017.1270441",
)
STANNY_2016 = Literature(
    "Stanny 2016",
    "Stanny, C. J. (2016). Reevaluating Bloom's taxonomy: What measurable verbs can and cannot say about student learning. Education Sciences, 6(4), 37.",
    doi="10.3390/educsci6040037",
)
SKOS_2009 = Literature(
    "SKOS Reference 2009",
    "Miles, A., & Bechhofer, S. (Eds.). (2009). SKOS Simple Knowledge Organization System reference (W3C Recommendation, 18 August 2009).",
    url="https://www.w3.org/TR/2009/REC-skos-reference-20090818/",
)
TOWLE_2010 = Literature(
    "Towle and others 2010",
    "Towle, A., Bainbridge, L., Godolphin, W., Katz, A., Kline, C., Lown, B., Madularu, I., Solomon, P., & Thistlethwaite, J. (2010). Active patient involvement in the education of health professionals. Medical Education, 44(1), 64-74.",
)
UNESCO_2022 = Literature(
    "UNESCO 2022",
    "Oliver, B. (2022). Towards a common definition of micro-credentials. UNESCO.",
)
WEBB_1997 = Literature(
    "Webb 1997",
    "Webb, N. L. (1997). Criteria for alignment of expectations and assessments in mathematics and science education (Research Monograph No. 6). National Institute for Science Education.",
)
WEBB_1999 = Literature(
    "Webb 1999",
    "Webb, N. L. (1999). Alignment of science and mathematics standards and assessments in four states (NISE Research Monograph No. 18). National Institute for Science Education, University of Wisconsin-Madison.",
)
WEBB_2002 = Literature(
    "Webb 2002",
    "Webb, N. L. (2002). Alignment study in language arts, mathematics, science, and social studies of state standards and assessments for four states. Council of Chief State School Officers.",
)
WEBB_2005 = Literature(
    "Webb and others 2005",
    "Webb, N. L., Alt, M., Ely, R., & Vesperman, B. (2005). Web alignment tool (WAT): Training manual 1.1. Wisconsin Center for Education Research, University of Wisconsin-Madison.",
)
WHO_2010 = Literature(
    "WHO 2010",
    "World Health Organization. (2010). Framework for action on interprofessional education and collaborative practice (WHO/HRH/HPN/10.3).",
    url="https://www.who.int/publications/i/item/framework-for-action-on-interprofessional-education-collaborative-practice",
)
WILKINSON_2016 = Literature(
    "Wilkinson and others 2016",
    "Wilkinson, M. D., Dumontier, M., Aalbersberg, I. J., Appleton, G., Axton, M., Baak, A., and others. (2016). The FAIR Guiding Principles for scientific data management and stewardship. Scientific Data, 3, 160018.",
)
YAML_2021 = Literature(
    "YAML 1.2.2",
    "Ben-Kiki, O., Evans, C., & döt Net, I. (2021). YAML Ain't Markup Language, revision 1.2.2.",
    url="https://yaml.org/spec/1.2.2/",
)
