import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { accountSettings } from '../account/settings.ts'
import { certificateSettings } from '../certificates/settings.ts'
import { applicationSettings } from '../certification/applications/settings.ts'
import { certificationSettings } from '../certification/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { profileSettings } from '../profile/settings.ts'
import { reviewSettings } from '../review/settings.ts'
import { serve } from '../serve.ts'
import { papersSettings } from '../verification/papers/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { findOwnProofing, type OwnProofing } from './disputing/find-own-proofing.ts'
import { showProofing } from './disputing/proofing-view.ts'
import { proofingSettings } from './settings.ts'
import { disputeProofingRoute, getProofingRoute, pauseProofingRoute } from './user.route.ts'

const settings = deployed(
  applicationSettings,
  certificateSettings,
  certificationSettings,
  accountSettings,
  frontSettings,
  materialSettings,
  messagingSettings,
  papersSettings,
  profileSettings,
  proofingSettings,
  reviewSettings,
  verificationSettings,
)
const told = notices(ids, settings.keeping)
const table = tableNamed('TABLE')
const deps = { table, clock, ids, vault, keyRing, told, settings, publicUrl: env('PUBLIC_URL') }

const shownTo =
  (accountId: string) =>
  ({ proofing }: OwnProofing) =>
    showProofing(proofing, accountId, settings.platform.name, clock.now())

const on = answering(bySession(deps))

export const handler = serve(
  on(getProofingRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await findOwnProofing(table, accountId, id), shownTo(accountId)),
  ),
  on(disputeProofingRoute, async ({ params: { id = '' }, body, headers }, { accountId }) => {
    const { openDispute } = await import('./disputing/open-dispute.ts')
    const { reviewKinds } = await import('../review-kinds.ts')
    const { shownToUser } = await import('../review/asking/read-own-cases.ts')
    const kinds = reviewKinds(settings)
    const language = languageWanted(headers['accept-language'])
    const opened = await openDispute({ ...deps, kinds }, accountId, { id, language, ...body })
    return answered(201, opened, (of) => shownToUser(kinds, of, clock.now()))
  }),
  on(pauseProofingRoute, async ({ params: { id = '' }, body }, { accountId, session }) => {
    const { pauseSending } = await import('./disputing/pause-sending.ts')
    const paused = await pauseSending(deps, { claimedId: accountId, session }, { id, ...body })
    return paused.ok ? answered(200, await findOwnProofing(table, accountId, id), shownTo(accountId)) : paused
  }),
)
