import { numberedKind } from '../../functions/person/document.ts'
import type { Person } from '../../functions/sandbox/people.ts'
import { randomFrom } from './random.ts'

/** What stands on a specimen beside the name and the number of a test person. Nobody lives there, and no such bureau exists. */
export type Cardholder = {
  name: string
  idNumber: string
  sex: '男' | '女'
  nation: string
  /** As on the card: 1880年1月1日. */
  birth: string
  address: string
  authority: string
  /** YYYYMMDD; undefined `validUntil` is 长期. */
  validFrom: string
  validUntil: string | undefined
}

const NATIONS = ['汉', '回', '满', '壮', '苗', '藏', '白', '蒙古', '朝鲜', '土家', '维吾尔', '哈萨克']
const PLACES = ['云水省望江市', '青禾省听松市', '长风省晚照市', '明溪省归雁市', '竹海省照壁市']
const DISTRICTS = ['东亭区', '西窗区', '南浦区', '北辰区', '中洲县']
const STREETS = ['采菊路', '听雨巷', '望月街', '观澜大道', '流云胡同', '折柳街']
const HOMES = ['号', '号院2号楼', '弄6号', '号3单元501室', '号翠竹苑12幢402室']

const MALE = 1

/** Residence permits are for five years, and valid today. */
const isPermit = (idNumber: string): boolean => numberedKind(idNumber) === 'residence_permit'
const PERMITS_FROM = '2025'

/** Everything that a specimen of a person says; another seed, another address, nation and validity. */
export const cardholderOf = ({ name, idNumber }: Pick<Person, 'name' | 'idNumber'>, seed = 3): Cardholder => {
  const { pick, whole } = randomFrom(seed)
  const place = pick(PLACES)
  const district = pick(DISTRICTS)
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)]
  const drawn = `20${whole(16, 25)}${String(whole(1, 12)).padStart(2, '0')}${String(whole(1, 28)).padStart(2, '0')}`
  const isForLife = whole(0, 4) === 0 && !isPermit(idNumber)
  const [from, years] = isPermit(idNumber) ? [`${PERMITS_FROM}${drawn.slice(4)}`, 5] : [drawn, 20]
  return {
    name,
    idNumber: idNumber.toUpperCase(),
    sex: Number(idNumber[16]) % 2 === MALE ? '男' : '女',
    nation: pick(NATIONS),
    birth: `${Number(year)}年${Number(month)}月${Number(day)}日`,
    address: `${place}${district}${pick(STREETS)}${whole(1, 299)}${pick(HOMES)}`,
    authority: `${place.slice(3)}公安局${district.slice(0, 2)}分局`,
    validFrom: from,
    validUntil: isForLife ? undefined : `${Number(from.slice(0, 4)) + years}${from.slice(4)}`,
  }
}
