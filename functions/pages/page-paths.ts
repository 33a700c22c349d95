/** The addresses of the pages, as routes have them. The pages of web/user are keyed by them. */
export const pagePaths = [
  '/',
  '/sign-in',
  '/account',
  '/verify',
  '/enter',
  '/verify/pay',
  '/return/{orderId}',
  '/membership',
  '/points',
  '/verify/result',
  '/papers',
  '/orders',
  '/orders/{id}',
  '/cases',
  '/cases/{id}',
  '/not-me/{id}',
  '/disclosures',
  '/face',
  '/face/return/{id}',
  '/level',
  '/address',
  '/inbox',
  '/shortMessage/{code}',
  '/channels',
] as const

export type PagePath = (typeof pagePaths)[number]
