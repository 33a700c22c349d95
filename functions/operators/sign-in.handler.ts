import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { operatorSignedInAnswer, operatorSignedOutAnswer } from './access/answer-operator.ts'
import { endOperatorSession } from './access/end-session.ts'
import { PASSWORD_COST } from './access/password.ts'
import { signInOperator } from './access/sign-in.ts'
import { takeStepUp } from './access/take-step-up.ts'
import { byOperator, byOperatorClaim } from './operator-guards.ts'
import { showEnrolment, showSignedIn, showSignIns } from './operator-view.ts'
import { operatorSettings } from './settings.ts'
import {
  enrolRoute,
  lookAtEnrolmentRoute,
  operatorSessionRoute,
  operatorSignInRoute,
  operatorSignOutRoute,
  ownSignInsRoute,
  stepUpRoute,
} from './sign-in.route.ts'

const settings = deployed(operatorSettings, frontSettings)
const { alarm, note } = observer
const deps = { table: tableNamed('TABLE'), clock, ids, keyRing, settings, passwordCost: PASSWORD_COST, alarm, note }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))
/** Who leaves need not be in: the session may have ended already. */
const onClaim = answering(byOperatorClaim)

const from = (request: Parameters<typeof sourceAddress>[0]) => sourceAddress(request, settings.proxies)

export const handler = serve(
  on(operatorSignInRoute, async (request) => {
    const { body, headers, cookie } = request
    const typed = { ...body, sourceIp: from(request), device: cookie }
    return operatorSignedInAnswer(headers, await signInOperator(deps, typed))
  }),
  on(operatorSessionRoute, async (_request, { signedIn }) =>
    signedIn ? answered(200, ok(showSignedIn(signedIn))) : refused('unauthenticated'),
  ),
  on(ownSignInsRoute, async (_request, { signedIn }) => {
    if (!signedIn) return refused('unauthenticated')
    const { listSignIns } = await import('./access/list-sign-ins.ts')
    return answered(200, ok(await listSignIns(deps, signedIn)), showSignIns)
  }),
  onClaim(operatorSignOutRoute, async (_request, claim) =>
    operatorSignedOutAnswer(await endOperatorSession(deps, claim)),
  ),
  on(stepUpRoute, async (request, { signedIn }) => {
    if (!signedIn) return refused('unauthenticated')
    const { person, session } = signedIn
    const asked = { name: person.name, session: session.key, code: request.body.code }
    return answered(200, await takeStepUp(deps, asked), ({ stepUpUntil }) => ({ stepUpUntil: rfc3339(stepUpUntil) }))
  }),
  // Once in the life of a person.
  on(lookAtEnrolmentRoute, async ({ body: { token } }) => {
    const { readEnrolment } = await import('./enrolment/read-enrolment.ts')
    return answered(200, await readEnrolment(deps, token), (seen) => showEnrolment(seen, settings.platform.name))
  }),
  on(enrolRoute, async ({ body, headers }) => {
    const { redeemEnrolment } = await import('./enrolment/redeem-enrolment.ts')
    return operatorSignedInAnswer(headers, await redeemEnrolment(deps, body))
  }),
)
