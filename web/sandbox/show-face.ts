import type { Sandbox } from 'shiming-client/sandbox'
import { lookAgain } from './page.ts'

/** Whoever holds the phone shows their face on that page, once; the page beside it learns of it from the service. */
export const showFace = async (sandbox: Sandbox, url: string): Promise<void> => {
  await sandbox.face({ url, deed: 'pass', times: 1 })
  lookAgain()
}
