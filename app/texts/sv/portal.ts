import type fi from '../fi/portal'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Personer som presenterats för er',
  lead: 'Alla här har gett lov att visa sin profil just för er. Det tar en stund att svara, och varje svar hjälper.',
  waiting: 'Väntar på ert svar',
  nothing_waiting_title: 'Allt är besvarat',
  nothing_waiting: 'Tack! Ni får ett e-postmeddelande när någon ny presenteras för er.',
  answered: 'Dessa har ni svarat på',
  for_need: 'Ni söker: {{need}}',
  without_need: 'Övriga presentationer',
  open_until: 'syns till {{day}}',
  profile_title: 'En persons profil',
  profile_lead:
    'Profil {{reference}}, syns till {{day}}. Namnet visas inte här, så att kompetensen syns först.',
  message: 'Meddelande till er',
  open_cv: 'Öppna meritförteckningen',
  cv_hint: 'Bara för er. Vi ber er att inte skicka den vidare.',
  what_do_you_think: 'Vad tycker ni?',
  thanks: 'Tack för svaret!',
  answer_hint: 'Ett tryck räcker. Svaret kan ändras så länge profilen syns.',
  why: {
    interested: 'Vad kunde passa härnäst?',
    not_now: 'Varför inte nu? Uppgiften hjälper personen vidare.',
    tell_me_more: 'Vad vill ni veta mer om?',
  },
  comment: 'Berätta med egna ord',
  comment_hint: 'Vår kontaktperson läser detta. Till personen berättar vi vänligt, inte ordagrant.',
  send_reasons: 'Skicka tillägget',
  reasons_title: 'Mer om svaret',
  reasons_kept: 'Tillägget sparades. Tack!',
  gone_title: 'Profilen visas inte längre',
  gone: 'Den här profilen visas inte längre. Om något blev oklart kan ni kontakta den som presenterade den för er.',
  back: 'Tillbaka till profilerna',
} satisfies SameKeys<typeof fi>
