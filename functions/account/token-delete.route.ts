import { route } from '../../shared/http/route.ts'

export const tokenDeleteRoute = route({
  fn: 'account-token-delete',
  method: 'DELETE',
  path: '/v1/account/tokens/{id}',
  caller: 'session',
  summary: 'Deletes a message token; whoever holds it can no longer send.',
  answers: { 204: null },
  problems: ['unauthenticated', 'web_header_required', 'not_found'],
})
