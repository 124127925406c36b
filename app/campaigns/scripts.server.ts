import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { findCompanyByWords } from '~/companies/company-words.server'
import type { Db, Trx } from '~/platform/db.server'
import type { Language } from '~/texts/text-keys'
import type { CallCard } from './calls.server'
import { readScript } from './script'
import type { ScriptForm } from './script-form'

/** The versions of a campaign's script, newest first, with who made each and how many calls were made with it. */
export function listScriptVersions(db: Db, campaign: { id: string }) {
  return db
    .selectFrom('call_script')
    .leftJoin('user_account as maker', 'maker.id', 'call_script.made_by')
    .select((eb) => [
      'call_script.number',
      'call_script.text_fi as textFi',
      'call_script.text_sv as textSv',
      'call_script.text_en as textEn',
      'call_script.made_at as madeAt',
      'maker.name as madeBy',
      eb
        .selectFrom('call')
        .select((call) => call.fn.countAll<number>().as('n'))
        .whereRef('call.script_id', '=', 'call_script.id')
        .as('calls'),
    ])
    .where('call_script.campaign_id', '=', campaign.id)
    .orderBy('call_script.number', 'desc')
    .limit(50)
    .execute()
}

export type ScriptVersion = Awaited<ReturnType<typeof listScriptVersions>>[number]

/** Writes the next version; false when somebody has made one after `form.after`. */
export async function addScriptVersion(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaignId: string,
  form: ScriptForm,
): Promise<boolean> {
  const added = await trx
    .insertInto('call_script')
    .values({
      campaign_id: campaignId,
      number: form.after + 1,
      text_fi: linesOf(form.textFi),
      text_sv: linesOf(form.textSv),
      text_en: linesOf(form.textEn),
      made_by: viewer.userId,
    })
    .onConflict((conflict) => conflict.constraint('call_script_campaign_number_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The text with one kind of line end, whatever the browser sends; null for none. */
function linesOf(text: string | undefined): string | null {
  return text?.replaceAll('\r\n', '\n').trim() || null
}

/** Changes the script of a campaign and says so on its timeline; false when somebody was faster. */
export async function changeScript(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: { id: string; roundId: string },
  form: ScriptForm,
): Promise<boolean> {
  if (!(await addScriptVersion(trx, viewer, campaign.id, form))) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'script_changed',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
    roundId: campaign.roundId,
    detail: { number: form.after + 1 },
  })
  return true
}

/** A company to try a script on: the one the words name, else the first of the campaign's list; null when none. */
export async function findScriptExample(
  db: Db,
  viewer: Viewer,
  campaign: { id: string; sourceListId: string; projectName: string },
  words: string,
) {
  const named = words ? await findCompanyByWords(db, viewer, words) : undefined
  let companies = db
    .selectFrom('company')
    .leftJoin('source_list_company as listed', (join) =>
      join
        .onRef('listed.company_id', '=', 'company.id')
        .on('listed.source_list_id', '=', campaign.sourceListId),
    )
    .leftJoin('source_list', 'source_list.id', 'listed.source_list_id')
    .select((eb) => [
      'company.name',
      'company.form',
      'company.language',
      'company.industry',
      'company.municipality',
      'company.size_band as sizeBand',
      'company.growth',
      'company.funded',
      'source_list.name as sourceName',
      'listed.matched_keywords as keywords',
      'listed.earlier_project as earlierProject',
      eb
        .selectFrom('contact')
        .select('contact.name')
        .whereRef('contact.company_id', '=', 'company.id')
        .where('contact.left_at', 'is', null)
        .orderBy('contact.id')
        .limit(1)
        .as('contactName'),
    ])
  if (named) companies = companies.where('company.id', '=', named.id)
  else if (words) return null
  else companies = companies.where('listed.company_id', 'is not', null).orderBy('listed.company_id')
  return (await companies.limit(1).executeTakeFirst()) ?? null
}

export type ScriptExample = NonNullable<Awaited<ReturnType<typeof findScriptExample>>>

/**
 * Keeps which version and language of the script a call was made with and what was answered to its own questions.
 * The standard questions are columns of the call. A version of another campaign is not kept.
 */
export async function keepScriptAnswers(
  trx: Trx,
  call: Pick<CallCard, 'id' | 'campaignId'>,
  told: { scriptId?: string; language?: Language; answers: { number: number; answer?: string }[] },
): Promise<void> {
  if (!told.scriptId || !told.language) return
  const script = await trx
    .selectFrom('call_script')
    .select(['id', 'text_fi as fi', 'text_sv as sv', 'text_en as en'])
    .where('id', '=', told.scriptId)
    .where('campaign_id', '=', call.campaignId)
    .executeTakeFirst()
  if (!script) return
  await trx
    .updateTable('call')
    .set({ script_id: script.id, script_language: told.language })
    .where('id', '=', call.id)
    .execute()
  const asked = new Map<number, string>()
  for (const { block } of readScript(script[told.language] ?? '').parts)
    if (block.kind === 'question' && !block.standard) asked.set(block.number, block.text)
  const rows = told.answers.flatMap(({ number, answer }) => {
    const question = asked.get(number)
    return question && answer ? [{ call_id: call.id, number, question, answer }] : []
  })
  if (rows.length > 0)
    await trx
      .insertInto('call_answer')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
