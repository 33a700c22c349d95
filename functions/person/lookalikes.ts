/** Characters of Unicode 17's EquivalentUnifiedIdeograph.txt for U+2E80 to U+2EF3; a space where there is none. */
const RADICALS = [
  ...' 厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
]
const FIRST_RADICAL = 0x2e80
/** The whole block, assigned or not, and the radicals of the Kangxi dictionary, which have compatibility mappings. */
const RADICAL = /[\u2e80-\u2eff\u2f00-\u2fd5]/gu

/**
 * Radicals look like the characters they stand for and come out of copied PDF text; no name has one. Those that stand for none
 * stay, and are no part of a name.
 */
const radicalRead = (radical: string): string => {
  const known = RADICALS[Number(radical.codePointAt(0)) - FIRST_RADICAL]?.trim()
  return known || radical.normalize('NFKC')
}

/**
 * What GB 18030-2022 has where GBK and GB 18030-2000 had the private-use code points U+E815 to U+E864: older systems, input
 * methods and fonts still write those for characters that have a code point of their own by now (U+E863 is 䶮).
 */
const STANDARD = [
  ...'厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]
const FIRST_STANDARD = 0xe815
const LATER_STANDARDISED = /[\ue815-\ue864]/gu

/** The text with Han characters in the code points that a name has them in. Applying it twice changes nothing. */
export const hanRead = (text: string): string =>
  text
    .replace(LATER_STANDARDISED, (own) => String(STANDARD[Number(own.codePointAt(0)) - FIRST_STANDARD]))
    .replace(RADICAL, radicalRead)

/** Private use, or what a decoder writes where it could not read: nobody but the writer's own font knows what is meant. */
const NOBODY_KNOWS = /[\p{Co}\ufffd]/u

/** Whether a text holds a character that only the sender's own system can read. */
export const hasUnreadable = (text: string): boolean => NOBODY_KNOWS.test(text)
