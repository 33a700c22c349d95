import { route } from '../../shared/http/route.ts'

export const signOutRoute = route({
  fn: 'account-sign-out',
  method: 'DELETE',
  path: '/v1/sessions/current',
  caller: 'session',
  summary: 'Ends the session, also one that is already gone, and clears the cookie.',
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required'],
})
