import type { Sandbox } from 'shiming-client/sandbox'
import { lookAgain } from './page.ts'

/** Whether a scanned text leads to the page of a stand-in that confirms faces. */
export const isFacePage = (text: string): boolean => /^https?:\/\/[^/]+\/sandbox\/[a-z-]+\/face\?/.test(text)

/** Whoever holds the phone shows their face on that page, once; the page beside it learns of it from the service. */
export const showFace = async (sandbox: Sandbox, url: string): Promise<void> => {
  await sandbox.face({ url, deed: 'pass', times: 1 })
  lookAgain()
}
