import { takeBack, wholePlace } from './wechat.ts'

/** The place that was left for, where this page was loaded on the way back from WeChat. */
const left = takeBack()

/** Who comes back from WeChat is perhaps signed in by it. */
export const isBackFromWechat = left !== undefined

/** A place as it was left for: of the way back the path alone is known. */
export const asLeft = (path: string): string => wholePlace(path, left)

// WeChat leads to the path of a page; what stood behind it belongs there again before anything looks at the address.
if (location.search === '' && asLeft(location.pathname) !== location.pathname)
  history.replaceState(null, '', asLeft(location.pathname))
