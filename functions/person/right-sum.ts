/** Whether digits end with their check digit: ISO/IEC 7812, annex B. Pages ask it too, in browsers of some years ago. */
export const hasRightSum = (digits: string): boolean => {
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * ((digits.length - at) % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
