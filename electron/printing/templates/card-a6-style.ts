import { MARKS_CSS } from './marks';

/** A6 with 5 mm left and right; 126.5 mm for the card, the rest below the dashed line for the stub. */
export const CARD_A6_CSS = `
.card{position:absolute;left:5mm;top:4mm;width:95mm;height:126.5mm;display:flex;flex-direction:column}
header{position:relative;text-align:center;height:11mm;flex:none}
header .unit{font-size:3mm;line-height:4.2mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
header .unit.long{font-size:2.5mm}
header h1{font-size:4.4mm;line-height:5.8mm;letter-spacing:.6mm;font-weight:700}
header .marks{position:absolute;right:0;top:4.6mm}
.number{flex:none;height:28.2mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;flex:none;font-size:2.9mm;line-height:3.5mm}
td,th{border:.2mm solid #000;height:4.8mm;padding:.3mm 1mm;text-align:left;vertical-align:middle;font-weight:400;overflow-wrap:anywhere}
th{background:#eee;white-space:nowrap;font-size:2.6mm}
td.long{font-size:2.4mm;line-height:2.7mm}
.hand{flex:none;margin-top:1mm;font-size:2.7mm;line-height:4.8mm}
.hand p,.sign,.stub p{display:flex;gap:1.6mm;white-space:nowrap}
.hand i,.sign i,.stub i{flex:1;border-bottom:.15mm solid #000;margin:0 0 .8mm -.8mm}
.notice{flex:1;margin-top:.8mm;text-align:justify;min-height:0;overflow:hidden}
.consult{flex:none;font-size:2.6mm;line-height:3.6mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.foot{flex:none;display:flex;align-items:flex-end;gap:2.5mm;height:20.5mm}
.codes{flex:1}
.bars{width:56mm}
.bars svg{width:56mm;height:10.5mm}
.bars p{font-size:2.7mm;line-height:3.4mm;text-align:center;letter-spacing:.2mm}
.sign{font-size:2.7mm;line-height:6mm}
.qr svg{width:20mm;height:20mm}
.cut{position:absolute;left:0;top:133mm;width:105mm;border-top:.3mm dashed #000}
.stub{position:absolute;left:5mm;top:134.2mm;width:95mm;height:11mm;font-size:2.8mm;line-height:5mm}
.stub p{overflow:hidden}
.stub b{font-size:4.4mm}
.stub .who{flex:1;overflow:hidden;text-overflow:ellipsis}
.stub i{flex:none;width:12mm}
${MARKS_CSS}`;
