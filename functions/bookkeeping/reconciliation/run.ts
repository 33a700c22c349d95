/** `due` until the bill is there and everything in it is dealt with. */
export const runStatuses = ['due', 'done'] as const
export type RunStatus = (typeof runStatuses)[number]
