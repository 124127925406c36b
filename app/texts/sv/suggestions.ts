import type fi from '../fi/suggestions'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Föreslå presentationer',
  lead: 'Alla öppna behov och alla som kan presenteras på en gång. Från den här sidan skickas ingenting.',
  rule_title: 'Så uppstår förslagen',
  rule: {
    who: 'Med kommer den vars bekräftade kunnande täcker något av det nödvändiga och som inget hindrar: inget nej, inget praktiskt hinder, inte redan presenterad eller lämnad utanför.',
    turns:
      'Turen går runt: först den som presenterats minst, sedan den som har minst antal passande behov, sedan dagens lott.',
    best: 'Var och en får i sin tur det behov som passar bäst och där det finns rum.',
    moved: 'Om alla passande är fulla flyttas någon till ett annat behov som passar, så att alla ryms.',
    five: 'Ett behov har högst fem personer åt gången. En person föreslås för högst tre behov.',
    people:
      'En människa beslutar om var och en. De valda blir utkast, och samtycket kontrolleras innan något skickas.',
  },
  drafts: 'Valda som ännu inte har presenterats',
  suggested: 'Förslag',
  with_chance: '{{count}} / {{ready}} får en möjlighet.',
  empty_title: 'Inga förslag',
  empty: 'För de öppna behoven passar just nu ingen som inte redan har presenterats.',
  taken_one: 'En ses redan av arbetsgivaren eller är vald.',
  taken_other: '{{count}} ses redan av arbetsgivaren eller är valda.',
  first_chance: 'Första möjligheten.',
  turn: 'Varv {{turn}}.',
  moved: 'Flyttad hit så att en annan också ryms.',
  accept: 'Välj att presenteras',
  without: 'Utan förslag: {{count}}',
  without_lead: 'De kan presenteras, men bland de öppna behoven fanns nu ingen plats.',
  no_room: 'passande behov är fulla',
  fits_nothing: 'inget passande behov',
  draft: {
    reason_hint: 'Personen kan läsa detta.',
    done: 'Vald att presenteras. Ingenting har skickats.',
  },
} satisfies SameKeys<typeof fi>
