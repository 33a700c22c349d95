import type { BackShown, FrontShown } from '../../../functions/sandbox/tencent-cloud/ocr/sight.ts'

/** A card of somebody of the catalogue, as whoever looks at it sees it. */
export const shownFront: FrontShown = {
  kind: 'front',
  name: '林知夏',
  sex: '男',
  nation: '汉',
  birth: '18800101',
  address: '云水省望江市东亭区采菊路1号',
  idNumber: '110101188001010011',
}

export const shownBack: BackShown = { kind: 'back', authority: '望江市公安局', validFrom: '20160102' }
