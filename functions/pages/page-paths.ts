/** The addresses of the pages, as routes have them. The pages of web/user are keyed by them. */
export const pagePaths = [
  '/',
  '/sign-in',
  '/account',
  '/identity',
  '/verify',
  '/enter',
  '/scan',
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
  '/cards',
  '/document',
  '/address',
  '/email',
  '/inbox',
  '/shortMessage/{code}',
  '/channels',
  '/developer',
  '/developer/apps/{id}',
  '/developer/handover',
  '/developer/apps/{id}/certification',
  '/developer/apps/{id}/certificate',
  '/developer/applications/{id}',
  '/developer/applicants',
  '/developer/domains',
  '/wechat',
  '/certificates',
  '/certificates/{id}',
] as const

export type PagePath = (typeof pagePaths)[number]

/**
 * Pages on which a visitor may use the camera. What a page may do is said when it is loaded, so that these are loaded anew and not gone to
 * within another.
 */
const cameraPaths: readonly PagePath[] = ['/document']

/** Whether that is one of them; without its query. */
export const mayUseCamera = (path: string): boolean => cameraPaths.some((one) => one === path)
