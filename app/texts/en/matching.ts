import type fi from '../fi/matching'
import type { SameKeys } from '../text-keys'

export default {
  link: {
    same: 'same skill',
    synonym: 'same, in other words',
    narrower: 'more specific skill',
    implied: 'the asked one follows from it',
    words: 'same words in the CV',
    esco_narrower: 'more specific skill by ESCO',
    esco_related: 'related skill by ESCO',
    related: 'related skill',
    some_words: 'some of the words in the CV',
    none: 'missing',
    not_compared: 'not compared',
  },
  grounds: {
    title: 'in a job title',
    several_jobs: 'in several jobs',
    work: 'in the account of a job',
    studies: 'in studies or a certificate',
    list: 'in a list or summary',
    told: 'told by the person or the coach',
  },
  unconfirmed: 'not yet gone through with the person',
  strength: 'strength {{strength}}/100',
  made_by: 'The order is made by version {{version}} of the rules.',
  rotation: 'Equals take turns: first those presented more seldom, then the lot of the day.',
  practical_filter: 'Practical obstacles',
  practical_only: 'Only without obstacles',
  people_filter: 'Narrow down who fits',
  none_without_obstacle: 'Everyone has some practical obstacle',
  none_without_obstacle_hint:
    'The form, place or start fits nobody. Show everyone and see what can be agreed.',
  services_title: 'What could help',
  service: {
    language_support: 'Language support at work: {{about}}',
    short_course: 'Short course: {{about}}',
    apprenticeship: 'Apprenticeship: {{about}}',
    pay_subsidy: 'Pay subsidy where skills are lacking: {{about}}',
  },
  companies: {
    title: 'Companies for an open application',
    lead: 'Companies without an open need whose words point to the person’s skills.',
    open: 'Companies for an open application',
    empty_title: 'No companies right now',
    empty: 'No company’s industry, keywords, website or earlier needs mention the person’s skills.',
    excluded:
      'Left out: companies the person has blocked, those that refuse contact, and those with an open need already.',
    found_one: 'One company',
    found_other: '{{count}} companies',
    most: 'The first {{count}}. There are more.',
    place_fits: 'place fits',
    where: {
      keywords: 'in the keywords',
      web: 'on the website',
      industry: 'in the industry',
      description: 'in the description',
      needs: 'in an earlier need',
    },
  },
  rules: {
    title: 'How the fit is worked out',
    lead: 'These are all the rules. They are the same for everyone, and nothing is learned behind the scenes.',
    skills:
      'Each skill the employer asks for is compared with the person’s confirmed skills and CV. A shared vocabulary recognises spellings and languages as the same.',
    covered:
      'What is asked is covered by the same skill, the same in other words, a more specific one (Python covers programming), or one that the asked skill follows from (React covers JavaScript). A related skill is shown but does not cover.',
    esco: 'If the ESCO classification has been imported, its links are shown as its own: a skill that is more specific by ESCO covers more weakly than a link of our own vocabulary, and one that is broader, needed or useful by ESCO is only near. Where our own vocabulary says something of the pair, that decides. The line says when a link is ESCO’s.',
    words:
      'The employer’s words are also looked for in the CV as they are, inflected, and as the last part of a compound. All the words close together in one sentence cover; some of them are only near. Everyday words such as management or development mean nothing alone.',
    places:
      'Evidence is the stronger the weightier its place: job title, several jobs, account of a job, studies, list. Dates, recency and the sum of working years do not matter: they would tell of age and of unemployment.',
    level:
      'If the employer asks for a level, a lower one does not cover. If no level is said, the years named beside the skill tell it: under 2 basics, 2 to 4 good, 5 strong. If nothing is known, the skill counts and this is said.',
    unconfirmed:
      'A skill read in the CV that has not been gone through with the person shows at once but weaker. An employer is told only of those gone through.',
    tiers:
      'People stand in four groups: all must-haves covered, most of them, some of them, only wishes. Who covers nothing is not on the list.',
    order:
      'Within a group the order is the strength of the evidence: the weighted mean of the lines, rounded to steps of {{step}} points. No false precision is shown.',
    rotation:
      'On the same step the one presented more seldom comes first; then a lot that changes every day and for every need. The times presented are shown beside each person.',
    languages:
      'A language that is asked weighs as told below. A mother tongue as such does not matter, only the skill.',
    practical: 'Form of work, place and start are shown beside. They do not change the order.',
    services:
      'Beside a gap stands a service that could help. Language support where a language is below the one asked. A short course where one or two must-haves are missing and others are there. An apprenticeship where more are missing, something is there and the company offers employment. Pay subsidy where a must-have is missing and both company and person want subsidised work. The authority always decides.',
    people: 'A person always decides: the list helps to look; it chooses nobody and rejects nobody.',
    never_title: 'What is never used',
    never:
      'Age, gender, origin, citizenship, mother tongue as such, health, family, home, length of unemployment, dates of jobs, name or picture. The comparison is not even told them.',
    weights_title: 'Weights',
    weights_lead: 'The strength of a line is its shares multiplied. 100 is full.',
    what: 'What',
    weight: 'Weight',
    version: 'Version {{version}}',
    versions: 'Versions',
    in_force: 'in force',
    first: 'The rules Silta begins with',
    shipped: 'The rules that came with Silta',
    change: 'Change the rules',
    group: {
      lines: 'Weight of a line in the mean',
      link: 'How what is asked is met, %',
      evidence: 'Where it is seen, %',
      other: 'Other',
    },
    must: 'Must-have',
    nice: 'Wish',
    language: 'Language',
    unconfirmed_share: 'Not yet gone through, %',
    level_below: 'Level below the one asked, %',
    level_unknown: 'Level not known, %',
    step: 'Step, points',
  },
  change: {
    title: 'Change the rules of matching',
    lead: 'See first what the change would do to the lists of open needs. Nothing changes before you put the rules in force.',
    preview: 'See the effect',
    reason: 'Why the rules change',
    save: 'Put in force',
    saved: 'The new rules are in force.',
    effect_title: 'Effect on open needs',
    same: 'No list would change.',
    effect_one: 'One list of {{of}} would change.',
    effect_other: '{{count}} lists of {{of}} would change.',
    looked_at: 'Looked at the {{count}} newest open needs and the {{people}} strongest people of each.',
    need: 'Need',
    people: 'People',
    moved: 'Change place',
    tier_moved: 'Change group',
    first_five: 'New among the first five',
    moves: 'Place before → after',
    not_listed: 'not listed',
  },
} satisfies SameKeys<typeof fi>
