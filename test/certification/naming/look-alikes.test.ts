import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAppName } from '../../../functions/certification/naming/app-name.ts'
import { judgeName } from '../../../functions/certification/naming/judge-name.ts'
import { verdictOf } from '../../../functions/certification/naming/name-finding.ts'
import { skeletonOf } from '../../../functions/certification/naming/name-skeleton.ts'
import { protectedWords } from '../../../functions/certification/naming/protected-words.ts'
import { refusedWords } from '../../../functions/certification/naming/refused-words.ts'
import { NOON } from '../../kit.ts'

// Written from what somebody who wants to pass for another types, and not from our tables.

/** How words of our lists are written in traditional characters, and in forms that only old print has: each behind the usual one. */
const FORMS = [
  ...'讯訊 财財 宝寶 宝寳 猫貓 蚂螞 蚁蟻 团團 节節 动動 头頭 东東 书書 哔嗶 华華 为為 为爲 网網 携攜 携擕 顺順 丰豐 银銀 联聯 国國 国囯 移迻'.split(
    ' ',
  ),
  ...'电電 台臺 当當 劳勞 腾騰 务務 检檢 监監 税稅 税𥘙 关關 党黨 产產 青靑 军軍 医醫 区區 险險 证證 证証 券劵 贷貸 担擔 融螎 资資 货貨 托託'.split(
    ' ',
  ),
  ...'汇匯 汇滙 药藥 疗療 诊診 处處 问問 体體 体軆 学學 园園 儿兒 校挍 闻聞 报報 视視 广廣 记記 记記 真眞 清淸 教敎 佛仏 兰蘭 众衆 众眾 号號'.split(
    ' ',
  ),
  ...'应應 游遊 戏戲 认認 权權 实實 级級 级級 世卋 界畍 旗旂 徽微 赌賭 枪槍 墙牆 墙墻 翻飜 开開 发發 发髮 办辦 钱錢 单單 订訂 阅閱 频頻 顶頂'.split(
    ' ',
  ),
  ...'高髙 德徳 小⼩ 大⼤ 人⼈ 日⽇ 金⾦ 品品 中中 信伩 信㐰 微㣲 微徽 付附 度渡 百佰 淘陶 支攴 国圀 府府 音咅 多夛 京亰 天天 会會 环環'.split(
    ' ',
  ),
].filter((pair) => [...pair].length === 2 && new Set(pair).size === 2 && !pair.includes('𥘙'))

const LATIN: Readonly<Record<string, readonly string[]>> = {
  ...{
    a: ['а', 'α', 'ａ', 'Ａ', 'á', '𝐚', '4', 'ⓐ'],
    b: ['Ｂ', 'ｂ', '8', '𝕓'],
    c: ['с', 'ｃ', 'ⅽ'],
    d: ['ԁ', 'cl', 'Ｄ'],
  },
  ...{
    e: ['е', 'έ', 'é', '3', 'ｅ'],
    g: ['9', 'ｇ', 'ɡ'],
    h: ['һ', 'ｈ'],
    i: ['l', '1', 'I', 'і', 'ı', '|'],
    l: ['I', '1', 'ӏ'],
  },
  ...{
    m: ['rn', 'ｍ', 'м'],
    n: ['ｎ', 'ո'],
    o: ['0', '〇', 'о', 'ο', 'Ο'],
    p: ['р', 'ρ', 'Ｐ'],
    s: ['5', 'ѕ', 'ſ'],
    t: ['7', 'τ', 'Ｔ'],
  },
  ...{ u: ['υ', 'ｕ', 'ü'], w: ['vv', 'ѡ', 'ｗ'], x: ['х', 'ｘ'], y: ['у', 'Υ', 'ｙ'], z: ['2', 'ᴢ'] },
}

/** What is put between two characters so that a list does not find them: nothing to see, or next to nothing. */
const BETWEEN = [
  ...[
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u202e',
    '\u202c',
    '\u2066',
    '\u061c',
    '\u034f',
    '\u3164',
    '\u115f',
  ],
  ...[
    '\ufe0f',
    '\u{e0041}',
    '\u{e0100}',
    '\u180e',
    '\u2800',
    '\u0301',
    '\u0336',
    '\u20dd',
    '\u3099',
    ' ',
    '\u3000',
    '\u2003',
  ],
  ...['·', '•', '-', '+', '&', '丶', '丨', '、', '|', '_', '.', '\u30fb'],
]

/** Parts of characters that stand side by side. */
const PARTS: Readonly<Record<string, string>> = {
  信: '亻言',
  付: '亻寸',
  证: '讠正',
  认: '讠人',
  讯: '讠卂',
  淘: '氵匋',
  银: '钅艮',
  抖: '扌斗',
}

/** Characters kept in Unicode a second time, by what they are. */
const twice = new Map<string, string[]>()
for (let point = 0xf900; point <= 0x2fa1d; point = point === 0xfad9 ? 0x2f800 : point + 1) {
  const one = String.fromCodePoint(point)
  const is = one.normalize('NFC')
  if (is !== one) twice.set(is, [...(twice.get(is) ?? []), one])
}

const formsOf = (character: string): string[] => [
  character,
  ...FORMS.flatMap((pair) => {
    const [one = '', other = ''] = pair
    return one === character ? [other] : []
  }),
  ...(LATIN[character.toLowerCase()] ?? []),
  ...(twice.get(character) ?? []),
  ...(PARTS[character] === undefined ? [] : [PARTS[character]]),
  character.toUpperCase(),
]

/** A text as somebody writes it who does not want it to be found. */
const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...text].map((character) =>
        fc.tuple(
          fc.constantFrom(...formsOf(character)),
          fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...BETWEEN) }),
        ),
      ),
    )
    .map((written) =>
      written.map(([form, between], at) => (at === written.length - 1 ? form : form + between)).join(''),
    )

const judged = (typed: string) =>
  judgeName(readAppName(typed), { lengths: { leastUnits: 4, mostUnits: 30 }, now: NOON })

const listed = [...Object.values(refusedWords), ...Object.values(protectedWords)].flatMap(({ words }) => words)

describe('W3 a name that hides a word of our lists', () => {
  it.each(listed)('%s is found however it is written', (word) => {
    fc.assert(
      fc.property(disguised(word), (written) => {
        // A name of 30 units holds it and what stands around it.
        expect(verdictOf(judged(`好${written}好`)), JSON.stringify(written)).not.toBe('free')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ...[
      '實名認證助手',
      '稅務查詢',
      '螞蟻集團生活',
      '貓咪天貓',
      '電視臺直播',
      '廣播電臺',
      '大學校區',
      '診所地圖',
      '槍支圖鑑',
      '信託管家',
      '權威認證站',
      '國家級景點',
    ],
    ...['Ba1duMap', 'MyBaiduMap', '8aidu地图', 'baiduhelper', 'baiclu网盘', 'We Ch4t读书', '7aobao返利', 'MyTmall'],
    ...['微丶信读书', '微亻言读书', '支亻寸宝', '微丨信'],
  ])('%s is not free', (name) => {
    expect(verdictOf(judged(name))).not.toBe('free')
  })

  it.each([
    'petmall',
    'smartmall',
    'Restless',
    '一起学',
    '千金方',
    '天天记账',
    '8号仓库',
    '5分钟健身',
    'Clean Desk',
    'Studio 54',
  ])('%s hides none', (name) => {
    expect(judged(name)).toEqual([])
  })
})

describe('W3 a name that passes for another', () => {
  const characters = [...FORMS.flatMap((pair) => [...pair].slice(0, 1)), ...'abcdefghilmnopstuwxyz', ...'晨光书屋地图']
  const names = fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 8 }).map((all) => all.join(''))
  /** Digits in the place of letters are another name, and so are the parts of a character, which no name holds. */
  const asNames = names.chain((name) => fc.tuple(fc.constant(name), disguised(name)))

  it('has what holds its place, or is refused', () => {
    fc.assert(
      fc.property(asNames, ([name, written]) => {
        const read = readAppName(written)
        const isRefused = judged(written).some(
          ({ code }) => code === 'app_name_character' || code === 'app_name_sign_place',
        )
        const other = /[2-9]|cl/.test(written)
        if (!isRefused && !other) expect(skeletonOf(read), JSON.stringify(written)).toBe(skeletonOf(readAppName(name)))
      }),
      { numRuns: 3000 },
    )
  })
})
