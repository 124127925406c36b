import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { findCampaign } from '../campaigns.server'
import { surveyAnswersToExport } from '../survey-export.server'
import { findSurvey } from '../surveys.server'

/** The answers to the survey of a campaign as a table for spreadsheets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  const campaign = await findCampaign(db, viewer, idParam(params, 'campaignId'))
  const survey = campaign && (await findSurvey(db, campaign))
  if (!campaign || !survey) throw notFound()
  return sendExport(db, viewer, surveyAnswersToExport(db, campaign, survey))
}
