const CODE = /^[a-z0-9-]{1,32}$/

/** True for a text that can name a channel. */
export const isChannelCode = (text: string): boolean => CODE.test(text)
