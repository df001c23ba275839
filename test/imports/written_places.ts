/**
 * How Indonesian partners write codes and positions, and what is right. A value stands alone; `a | b` must be asked about, with these
 * meanings; `(a)` must be asked about although it is the only one; `?` cannot be read, and the remedy is in words.
 */
export const CODES = `
61.05 = 61.05
61.05.01 = 61.05.01
61.05.01.2007 = 61.05.01.2007
61 05 01 2007 = 61.05.01.2007
61-05-01-2007 = 61.05.01.2007
61.11.40034 = 61.11.40034
61 = 61
6105 = 61.05 | 61.03
'6105 = 61.05 | 61.03
ID6105 = 61.05 | 61.03
6107 = 61.07 | 61.05
6111 = 61.11
6202 = 62.02
6207 = 62.07 | 62.09
6208 = 62.08 | 62.07
610501 = 61.05.01
6105012007 = (61.05.01.2007)
61.1 = 61.10 | 61.01
6107010 = ?
6107010001 = ?
3201 = (32.01)
61.5.1 = ?
61.05.01.9007 = ?
Sintang = ?
99999 = ?
`

export const POSITIONS = `
-0.0695, 111.4951 = 0.0695 LS 111.4951 BT
111.4951, -0.0695 = 0.0695 LS 111.4951 BT
-0,0695; 111,4951 = 0.0695 LS 111.4951 BT
0°04'10,2" LS 111°29'42" BT = 0.0695 LS 111.495 BT
1.5, 1.25 = 1.5 LU 1.25 BT | 1.25 LU 1.5 BT
1,5,110 = ?
di tepi Sungai Kapuas = ?
`
