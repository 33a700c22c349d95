import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { wechatWays } from '../vendors/wechat-ways.ts'
import { findStepUpPerson } from '../verification/reading/find-step-up-person.ts'
import { bySession } from './sessions/session-guards.ts'
import type { SessionClaim, SignedIn } from './sessions/session-store.ts'
import { accountSettings } from './settings.ts'
import { readBinding } from './wechat/binding/read-binding.ts'
import { unbindWechat } from './wechat/binding/unbind-wechat.ts'
import { returnUrlAt } from './wechat/visits/answer-return.ts'
import { answerVisit } from './wechat/visits/answer-visit.ts'
import { markIn } from './wechat/visits/mark.ts'
import { openBinding } from './wechat/visits/open-visit.ts'
import { bindWechatRoute, getWechatBindingRoute, unbindWechatRoute } from './wechat-binding.route.ts'

const settings = deployed(accountSettings, messagingSettings, vendorSettings)
const { offered, wechat } = wechatWays({ secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock })
const table = announcingTable('TABLE')
const publicUrl = env('PUBLIC_URL')
const personOf = (accountId: string) => findStepUpPerson({ table, vault }, accountId)
const deps = {
  ...{ table, vault, keyRing, clock, ids, settings, wechat, publicUrl, personOf },
  told: notices(ids, settings.keeping),
  returnUrl: returnUrlAt(publicUrl),
}

const on = answering(bySession(deps))

const claimOf = ({ accountId, session }: SignedIn): SessionClaim => ({ claimedId: accountId, session })

export const handler = serve(
  on(getWechatBindingRoute, async (_request, { accountId }) => {
    const { binding, maskedPhone, needsLastFour } = await readBinding(deps, accountId)
    const bound = binding ? { since: rfc3339(binding.boundAt) } : null
    const proof = { phone: maskedPhone ?? null, idLastFour: needsLastFour }
    return ok({ status: 200, body: { ways: offered, bound, proof } })
  }),
  on(bindWechatRoute, async ({ body: { way, ...proof }, cookie }, caller) =>
    answerVisit(await openBinding(deps, claimOf(caller), { way, mark: markIn(cookie), proof })),
  ),
  on(unbindWechatRoute, async ({ body }, caller) => answered(204, await unbindWechat(deps, claimOf(caller), body))),
)
