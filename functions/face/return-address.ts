/** Where a vendor leads the browser when it is done: a page that asks us, and takes nothing from what the browser brings. */
export const returnAddress = (publicUrl: string, id: string): string => `${publicUrl}/face/return/${id}`
