import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { answerTellingEnforcement } from '../gate/answer-telling-enforcement.ts'
import { gateSettings } from '../gate/settings.ts'
import { membershipSettings } from '../membership/settings.ts'
import { readForAnswer } from '../payment/orders/read-for-answer.ts'
import { paymentSettings } from '../payment/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { rechargeRoute } from './recharge.route.ts'
import { recharge } from './recharge.ts'
import { walletSettings } from './settings.ts'

const settings = deployed(gateSettings, paymentSettings, membershipSettings, verificationSettings, walletSettings)
const deps = { table: tableNamed('TABLE'), clock, settings, publicUrl: env('PUBLIC_URL'), count: observer.count }

const on = answering(bySession(deps))

export const handler = serve(
  on(rechargeRoute, ({ idempotencyKey, body }, { accountId }) =>
    answerTellingEnforcement(async (tellEnforcement) => {
      const opened = await recharge({ ...deps, tellEnforcement }, accountId, { idempotencyKey, points: body.points })
      return opened.ok ? ok({ status: 201, body: { order: await readForAnswer(deps, opened.value) } }) : opened
    }),
  ),
)
