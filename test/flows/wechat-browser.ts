import * as z from 'zod/mini'
import type { Platform } from '../../local/demo/platform.ts'
import { SESSION_COOKIE } from '../../shared/http/request.ts'

const problem = z.object({ code: z.string() })
const begun = z.object({ url: z.string(), expiresAt: z.string() })

/** A page of ours inside WeChat, in a browser that has a session, or none. It follows no redirect by itself. */
export const wechatBrowser = ({ url }: Pick<Platform, 'url'>, token: string | undefined) => {
  const session: Record<string, string> = token === undefined ? {} : { cookie: `${SESSION_COOKIE}=${token}` }

  /** Opens an address; answers where it is sent on to, or the page it is shown. */
  const open = async (address: string): Promise<{ to: string | null; html: string }> => {
    const response = await fetch(address, { redirect: 'manual', headers: session })
    return { to: response.headers.get('location'), html: await response.text() }
  }

  /** What the page asks for before it leaves; the code of the problem where it is refused. */
  const leave = async (returnPath = '/verify/pay') => {
    const response = await fetch(`${url}/v1/wechat/authorizations`, {
      method: 'POST',
      headers: { ...session, 'content-type': 'application/json', 'x-shiming-web': '1' },
      body: JSON.stringify({ returnPath }),
    })
    const body: unknown = await response.json()
    return response.ok ? z.parse(begun, body) : z.parse(problem, body)
  }

  /** To WeChat's page and no further: the address at ours that WeChat names. */
  const atWechat = async (returnPath?: string): Promise<string> => {
    const left = await leave(returnPath)
    if ('code' in left) throw new Error(left.code)
    const { to, html } = await open(left.url)
    if (to === null) throw new Error(html)
    return to
  }

  /** There and back; the page it ends on. */
  const authorize = async (returnPath?: string): Promise<string> => {
    const { to } = await open(await atWechat(returnPath))
    return (to ?? '').replace(url, '')
  }

  return { open, leave, atWechat, authorize }
}
