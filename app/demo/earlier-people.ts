/** A person of an earlier group: the name, the language of the group and the trade. */
export type EarlierPerson = [name: string, language: 'fi' | 'sv' | 'en', headline: string, skill: string]

/** The first group: eleven finished it. The order is that of what came of them. */
export const firstGroup: readonly EarlierPerson[] = [
  ['Sini Kaarnaluoto', 'fi', 'Verkkosivujen tekijä', 'HTML'],
  ['Petri Suvikoski', 'fi', 'Tukihenkilö', 'helpdesk'],
  ['Nadia Petrovych', 'en', 'Software tester', 'software testing'],
  ['Ossi Rautavaara-Mäki', 'fi', 'Järjestelmäylläpitäjä', 'Linux'],
  ['Viveca Strandklint', 'sv', 'Webbredaktör', 'HTML'],
  ['Eetu Nurmilaukas', 'fi', 'Ohjelmoinnin opiskelija', 'Python'],
  ['Leyla Karimzadeh', 'en', 'Data clerk', 'Excel'],
  ['Kirsi Vaskilampi', 'fi', 'Toimistotyön osaaja', 'Excel'],
  ['Tuomo Ketunpesä', 'fi', 'Laiteasentaja', 'Windows'],
  ['Anton Myrskog', 'sv', 'Datanom', 'Windows'],
  ['Rauni Lepistönoja', 'fi', 'Asiakaspalvelija', 'asiakaspalvelu'],
]

/** The second group: seven of eight went to a work trial at a partner or were employed at once. */
export const secondGroup: readonly EarlierPerson[] = [
  ['Juho Kultalahdenperä', 'fi', 'Web-kehittäjä', 'JavaScript'],
  ['Emilia Sorvankoski', 'fi', 'Testaaja', 'ohjelmistotestaus'],
  ['Ibrahim Sesayon', 'en', 'Backend developer', 'Java'],
  ['Kaarina Hiidenvuo', 'fi', 'Raportoija', 'Power BI'],
  ['Ronja Fagerlöv', 'sv', 'Frontendutvecklare', 'React'],
  ['Lauri Petäjänkäpy', 'fi', 'Ylläpitäjä', 'Linux'],
  ['Bao Nguyenlam', 'en', 'Support agent', 'helpdesk'],
  ['Marko Haukipuroja', 'fi', 'Tukihenkilö', 'Windows'],
]

/** The trainees, near the end of their subsidised work: all were hired by the company they came to. */
export const trainees: readonly EarlierPerson[] = [
  ['Noora Pyykangas', 'fi', 'Mediatuottaja', 'videoeditointi'],
  ['Aleksi Tervahartio', 'fi', 'Web-kehittäjä', 'JavaScript'],
  ['Salma Ouedraogol', 'en', 'Junior designer', 'Figma'],
  ['Vilma Järvenselkä', 'fi', 'Sisällöntuottaja', 'WordPress'],
]
