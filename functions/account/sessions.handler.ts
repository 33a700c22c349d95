import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { keepReturnUrl } from './links/keep-return-url.ts'
import { sessionLinkSettings } from './links/settings.ts'
import { signedOutAnswer } from './sessions/answer-sign-in.ts'
import { endAllSessions, endSession, signOut } from './sessions/end-sessions.ts'
import { listSessions } from './sessions/list-sessions.ts'
import { bySession, bySessionClaim } from './sessions/session-guards.ts'
import { sessionView } from './sessions/session-view.ts'
import {
  returnUrlRoute,
  sessionEndRoute,
  sessionsRoute,
  signOutEverywhereRoute,
  signOutRoute,
} from './sessions.route.ts'

const deps = { table: tableNamed('TABLE'), clock, settings: deployed(sessionLinkSettings) }

const on = answering(bySession(deps))
/** Who leaves need not be in: the session may have ended already. What is written to a session proves it. */
const onClaim = answering(bySessionClaim)

export const handler = serve(
  on(sessionsRoute, async ({ query }, caller) =>
    answered(200, await listSessions(deps, caller, query), (page) => ({
      ...page,
      sessions: page.sessions.map(sessionView),
    })),
  ),
  onClaim(signOutRoute, async (_request, caller) => signedOutAnswer(await signOut(deps, caller))),
  on(sessionEndRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(204, await endSession(deps, { accountId, id })),
  ),
  on(signOutEverywhereRoute, async ({ query: { keep } }, caller) => {
    const keepsCurrent = keep === 'current'
    const ended = await endAllSessions(deps, caller, { keepsCurrent })
    return keepsCurrent ? answered(204, ended) : signedOutAnswer(ended)
  }),
  onClaim(returnUrlRoute, async ({ body: { returnUrl } }, caller) =>
    answered(204, await keepReturnUrl(deps, caller, returnUrl)),
  ),
)
