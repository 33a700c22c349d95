import type { WeChatPaySandbox } from '../sandbox.ts'
import type { WeChatPayEffect, WeChatPayTarget } from './faults.ts'
import type { Reply } from './reply.ts'

/** One call as an operation sees it: the numbers of its path, its query and its body. */
export type Call = { number: string; query: URLSearchParams; rawBody: Buffer }

export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below /v3/; the one group is the number in the path. */
  path: RegExp
  target: WeChatPayTarget
  /** What a fault may be meant for: the order, or the day of a bill. */
  subject(sandbox: WeChatPaySandbox, call: Call): Promise<string | undefined>
  run(sandbox: WeChatPaySandbox, call: Call, effect: WeChatPayEffect | undefined): Promise<Reply>
}
