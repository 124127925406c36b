import type { Motive } from '~/companies/engagement'
import type { firstRoundPartners, secondRoundPartners } from './partners'

type Partner = (typeof firstRoundPartners)[0 | 1]['name'] | (typeof secondRoundPartners)[number]['name']

export type PartnerStep = {
  /** Somebody works or has worked there on this round. */
  active?: true
  motives: readonly Motive[]
  promised: string
  /** What comes next, and in how many days from today; some of it is late. */
  next: [action: string, day: number]
}

/** What each partner of the second round has promised and what is to be done with it. */
export const partnerSteps: Record<Partner, PartnerStep> = {
  'Kaarnavene Koodi Oy': {
    motives: ['find_talent', 'try_before_hire'],
    promised: 'Ottaa toisenkin työkokeilijan, kun sopiva löytyy',
    next: ['Kysy, ehtivätkö katsoa lähetetyn profiilin', -1],
  },
  'Hallayö Data Oy': {
    active: true,
    motives: ['find_talent', 'growth'],
    promised: 'Palkkaa dataputkien tekijän',
    next: ['Kysy kokemuksia ensimmäisestä kuukaudesta', 3],
  },
  'Kuikkaranta Pilvi Oy': {
    active: true,
    motives: ['find_talent', 'try_before_hire', 'growth'],
    promised: 'Ottaa työkokeilijan kuukaudeksi ja nimeää ohjaajan',
    next: ['Sovi seuraavasta osaajasta jatkotapaamisessa', 1],
  },
  'Naavaniemi Ohjelmistot Oy': {
    active: true,
    motives: ['find_talent', 'social_responsibility'],
    promised: 'Antaa mentorin ryhmälle ja haastattelee kaksi osaajaa',
    next: ['Soita ja kysy juniorin profiilista', 2],
  },
  'Suopursu Analytiikka Oy': {
    active: true,
    motives: ['find_talent', 'growth'],
    promised: 'Ottaa työkokeilijan raportointiin',
    next: ['Kysy, mitä toisesta profiilista ajateltiin', -2],
  },
  'Ljungviken Data Ab': {
    motives: ['find_talent', 'train_staff'],
    promised: 'Tar emot en person på arbetsprövning',
    next: ['Boka ny start för arbetsprövningen', 4],
  },
  'Routalampi IT-tuki Oy': {
    active: true,
    motives: ['find_talent', 'try_before_hire'],
    promised: 'Ottaa kaksi tekijää lähitukeen',
    next: ['Sovi työkokeilun loppukeskustelu', 2],
  },
  'Jäkäläkangas Automaatio Oy': {
    motives: ['find_talent'],
    promised: 'Haastattelee esitellyn osaajan',
    next: ['Vastaa kysymykseen kokemuksesta', -3],
  },
  'Harmaahaikara Labs Oy': {
    active: true,
    motives: ['find_talent', 'growth'],
    promised: 'Two people, English-speaking team, a named supervisor for each',
    next: ['Bring the pay-subsidy decision before the start', 5],
  },
  'Vanamopolku Testaus Oy': {
    active: true,
    motives: ['find_talent', 'social_responsibility'],
    promised: 'Opettaa testausta työkokeilijalle',
    next: ['Kysy kuulumiset puhelimella', 12],
  },
  'Kurjenpesä Studio Oy': {
    motives: ['find_talent', 'other'],
    promised: 'Antaa kuukauden toimeksiannon ja palautteen siitä',
    next: ['Sovi tapaaminen suunnittelijan kanssa', 1],
  },
  'Revontulisalmi Systems Oy': {
    motives: ['find_talent', 'growth'],
    promised: 'Haastattelee esitellyt ja kertoo perusteet',
    next: ['Sovi toimeksiannon aihe', 7],
  },
  'Kivitasku Palvelut Oy': {
    motives: ['find_talent', 'try_before_hire'],
    promised: 'Ottaa työkokeilijan palvelupisteeseen',
    next: ['Ehdota ensimmäistä profiilia', 6],
  },
}
