/** What an app is. */
export const appKinds = ['mini_program', 'app', 'website'] as const
export type AppKind = (typeof appKinds)[number]

/** Where an app runs. */
export const platforms = ['wechat', 'alipay', 'douyin', 'baidu', 'ios', 'android', 'web'] as const
export type Platform = (typeof platforms)[number]

/** What an app is called by a platform. */
export type PlatformId = { platform: Platform; id: string }

type PlatformRow = { kind: AppKind; form: RegExp; example: string }

/** Which apps run there, and what an id of theirs looks like. */
export const platformRows: Readonly<Record<Platform, PlatformRow>> = {
  wechat: { kind: 'mini_program', form: /^wx[0-9a-f]{16}$/, example: 'wx0123456789abcdef' },
  alipay: { kind: 'mini_program', form: /^20\d{14}$/, example: '2021000000000001' },
  douyin: { kind: 'mini_program', form: /^tt[0-9a-f]{16,18}$/, example: 'tt0123456789abcdef' },
  baidu: { kind: 'mini_program', form: /^\d{6,16}$/, example: '10000001' },
  ios: { kind: 'app', form: /^(?=.{3,155}$)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/, example: 'com.example.app' },
  android: { kind: 'app', form: /^(?=.{3,255}$)[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/, example: 'com.example.app' },
  web: {
    kind: 'website',
    form: /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/,
    example: 'www.example.com',
  },
}

/** The platforms that apps of a kind run on. */
export const platformsOf = (kind: AppKind): Platform[] => platforms.filter((one) => platformRows[one].kind === kind)

/** What may be wrong with one of the ids of an app. */
export type PlatformIdFault = { at: number; code: 'app_platform_kind' | 'app_platform_twice' | 'app_platform_id' }

/** What is wrong with the ids of an app, each by its place among them; nothing where all are right. */
export const judgePlatformIds = (kind: AppKind, ids: readonly PlatformId[]): PlatformIdFault[] =>
  ids.flatMap(({ platform, id }, at): PlatformIdFault[] => {
    const row = platformRows[platform]
    if (row.kind !== kind) return [{ at, code: 'app_platform_kind' }]
    if (ids.findIndex((one) => one.platform === platform) < at) return [{ at, code: 'app_platform_twice' }]
    return row.form.test(id) ? [] : [{ at, code: 'app_platform_id' }]
  })
