import type { Page } from 'playwright-core'
import { watchOver } from './watch.ts'

/** What the browser says of the scripts by which tests look over a page's shoulder: they do not run in there either. */
export const KEPT_OUT = /^console: Blocked script execution in .* because the document's frame is sandboxed/

/** What is looked at of a node, as the browser's own tools describe it. */
type Node = { nodeId: number; children?: Node[]; contentDocument?: Node }

const documentIn = ({ contentDocument, children = [] }: Node): Node | undefined =>
  contentDocument ?? children.map(documentIn).find((one) => one !== undefined)

/**
 * The HTML of the frame on a page in which nothing runs, as the browser holds it. Nothing of a test runs in there, so that
 * locators wait for ever.
 */
export const sandboxedHtml = async (page: Page): Promise<string> => {
  watchOver(page).expect(KEPT_OUT)
  await page.locator('iframe[sandbox]').waitFor()
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const found = documentIn(root)
  if (!found) throw new Error('there is nothing in the frame')
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId: found.nodeId })
  await session.detach()
  return outerHTML
}
