import { POST as postCode } from '../../examples/next/app/api/codes/route.ts'
import { POST as postComment } from '../../examples/next/app/api/comments/route.ts'
import { GET as getVerification } from '../../examples/next/app/api/verifications/[id]/route.ts'
import { POST as postVerification } from '../../examples/next/app/api/verifications/route.ts'
import { POST as postWebhook } from '../../examples/next/app/api/webhooks/shiming/route.ts'
import type { App } from './apps.ts'

/** The handlers of examples/next, called as Next calls them. They read the environment when this module is loaded. */
export const nextApp = (): App => ({
  async send(method, path, body, headers = {}) {
    const request = new Request(`http://app.example${path}`, { method, headers, ...(body !== undefined && { body }) })
    const [, first, second] = path.split('/')
    if (first === 'comments') return postComment(request)
    if (first === 'codes') return postCode(request)
    if (first === 'webhooks') return postWebhook(request)
    return second ? getVerification(request, { params: Promise.resolve({ id: second }) }) : postVerification(request)
  },
  stop: () => undefined,
})
