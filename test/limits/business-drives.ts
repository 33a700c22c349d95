import { keepBusiness } from '../../functions/clearing/businesses/keep-business.ts'
import { world } from '../world.ts'
import { type Drive, NEAR } from './drive.ts'

/** Each is a business of its own; one that is registered may be changed at any time. */
const businesses: Drive = async () => {
  const at = world({ businesses: { most: NEAR } })
  let nth = 0
  const names = { zh: '示例商城', en: 'Example shop' }
  const once = () => {
    nth += 1
    return keepBusiness(at, { code: `shop-${nth}`, names, callback: 'https://shop.example.com/identity' })
  }
  return { most: NEAR, time: at.time, once }
}

export const businessDrives: Readonly<Record<string, Drive>> = { 'businesses.most': businesses }
