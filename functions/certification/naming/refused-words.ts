import type { RefusedWordReason } from './refused-word-reasons.ts'

/** Words, and what stands around one of them where it means something else. */
export type WordRow = { words: readonly string[]; except?: readonly string[] }

/** Words that no name may hold, whoever asks for it. */
export const refusedWords: Readonly<Record<RefusedWordReason, WordRow>> = {
  names_the_kind: {
    words: [
      '小程序',
      '公众号',
      '服务号',
      '订阅号',
      '视频号',
      '快应用',
      '小游戏',
      'mini program',

      'mini app',
    ],
  },
  claims_certification: {
    words: [
      '官方认证',
      '权威认证',
      '平台认证',
      '实名认证',
      '已认证',
      '已实名',
      '认证',
      'certified',
      'verified',
      'official',
    ],
  },
  // 广告法 art. 9 (3).
  superlative: { words: ['国家级', '最高级', '最佳', '顶级', '第一品牌', '全国第一', '世界第一'] },
  // 广告法 art. 9 (1).
  state_symbol: { words: ['国旗', '国徽', '国歌', '军旗', '军徽', '军歌'] },
  unlawful: {
    words: ['赌博', '博彩', '赌场', '色情', '毒品', '枪支', '翻墙', '代开发票', '办证', '洗钱', '套现', '刷单'],
  },
}
