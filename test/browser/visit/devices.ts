/** What a page can know of the device it is opened on. */
export type Device = {
  /** What follows the language; WeChat says it in its user agent. */
  userAgent: (language: Language) => string
  viewport: { width: number; height: number }
  /** Touch, the phone's way of laying out, two device pixels for one of CSS. */
  isPhone: boolean
  /** The bridge of WeChat's browser is there. */
  hasBridge: boolean
}

export type Language = 'zh-CN' | 'en'

const PHONE = { viewport: { width: 390, height: 844 }, isPhone: true }
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko)'

const wechatLanguage = (language: Language): string => (language === 'en' ? 'en' : 'zh_CN')

/** The places people come from. The browser is always the same one; these differ in what a page is told. */
export const devices = {
  wechatAndroid: {
    ...PHONE,
    hasBridge: true,
    userAgent: (language) =>
      `Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A.231005.007; wv) ${CHROME} Version/4.0 Chrome/142.0.7444.173 ` +
      'Mobile Safari/537.36 XWEB/1420193 MMWEBSDK/20250904 MMWEBID/1 MicroMessenger/8.0.65.2960(0x28004156) ' +
      `WeChat/arm64 Weixin NetType/WIFI Language/${wechatLanguage(language)} ABI/arm64`,
  },
  wechatIos: {
    ...PHONE,
    hasBridge: true,
    userAgent: (language) =>
      `${IPHONE} Mobile/15E148 MicroMessenger/8.0.65(0x18004129) NetType/WIFI Language/${wechatLanguage(language)}`,
  },
  androidChrome: {
    ...PHONE,
    hasBridge: false,
    userAgent: () => `Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Chrome/153.0.0.0 Mobile Safari/537.36`,
  },
  iphoneSafari: {
    ...PHONE,
    hasBridge: false,
    userAgent: () => `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
  },
  desktop: {
    viewport: { width: 1280, height: 800 },
    isPhone: false,
    hasBridge: false,
    userAgent: () => `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Chrome/153.0.0.0 Safari/537.36`,
  },
} as const satisfies Record<string, Device>

export type DeviceName = keyof typeof devices
