import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { gateSettings } from '../gate/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import type { ReviewKinds } from '../review/kind.ts'
import { serve } from '../serve.ts'
import type { Application } from './applications/application.ts'
import { showApplication } from './applications/application-view.ts'
import { applicationSettings } from './applications/settings.ts'
import {
  createApplicationRoute,
  editApplicationRoute,
  getApplicationRoute,
  listApplicationsRoute,
  preCheckRoute,
  submitApplicationRoute,
} from './applications.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(applicationSettings, certificationSettings, gateSettings, materialSettings, messagingSettings)
const table = announcingTable('TABLE')

/** Loaded where the clock has ended the application before. */
const endOver = async (over: Application) => {
  const given = {
    table,
    queue,
    clock,
    ids,
    told: notices(ids, settings.keeping),
    publicUrl: env('PUBLIC_URL'),
    settings,
  }
  const { endOver: end } = await import('./following/end-over.ts')
  const silence = await import('../review/following/end-silence.ts')
  const endSilence = (kinds: ReviewKinds, name: string) => silence.endSilence({ ...given, kinds }, name)
  await end({ ...given, endSilence }, over)
}
const deps = { table, clock, ids, settings, endOver }

const shown = (of: Application) => showApplication(of, clock.now())

// What somebody does is loaded when they do it: most calls only read.
const on = answering(bySession(deps))

export const handler = serve(
  on(preCheckRoute, async ({ body, headers }, { accountId }) => {
    const { answerPreCheck } = await import('./judging/answer-pre-check.ts')
    const { showPreCheck } = await import('./judging/pre-check-told-view.ts')
    const { problems } = await import('../problems.ts')
    const language = languageWanted(headers['accept-language'])
    return answered(200, await answerPreCheck(deps, accountId, body), (of) =>
      showPreCheck(of, settings, { language, problems }),
    )
  }),
  on(createApplicationRoute, async ({ body, headers }, { accountId }) => {
    const { createApplication } = await import('./applying/create-application.ts')
    const language = languageWanted(headers['accept-language'])
    return answered(201, await createApplication(deps, accountId, { ...body, language }), shown)
  }),
  on(listApplicationsRoute, async ({ query }, { accountId }) => {
    const { listApplications } = await import('./applying/list-applications.ts')
    return answered(200, await listApplications(deps, accountId, query))
  }),
  on(getApplicationRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { findApplication } = await import('./applying/find-application.ts')
    return answered(200, await findApplication(deps, accountId, id), ({ of }) => shown(of))
  }),
  on(editApplicationRoute, async ({ params: { id = '' }, body }, { accountId }) => {
    const { editApplication } = await import('./applying/edit-application.ts')
    return answered(200, await editApplication(deps, accountId, { id, ...body }), shown)
  }),
  on(submitApplicationRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { submitApplication } = await import('./applying/submit-application.ts')
    return answered(200, await submitApplication(deps, accountId, id), shown)
  }),
)
