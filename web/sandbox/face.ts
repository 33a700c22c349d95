/** Whether a scanned text leads to the page of a stand-in that confirms faces. */
export const isFacePage = (text: string): boolean => /^https?:\/\/[^/]+\/sandbox\/[a-z-]+\/face\?/.test(text)
