const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Twentieths of a point: the text's width on A4 between its margins. */
export const TEXT_WIDTH = 9298;

/** 仿宋 and 黑体 where they are installed (GB/T 9704), and what every system has where not. */
const font = (east: string): string => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${east}"/>`;
const style = (id: string, name: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const center = '<w:jc w:val="center"/>';

/** Latin words and figures are English to whoever breaks lines: as Chinese, a date was torn in the middle of a number. */
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${font('仿宋')}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  style('Unit', 'Unit', center, '<w:sz w:val="28"/>'),
  style('Title', 'Title', `<w:spacing w:before="120" w:after="120"/>${center}`, `${font('黑体')}<w:b/><w:sz w:val="44"/>`),
  style(
    'Number',
    'Number',
    `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="000000"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs><w:spacing w:after="120"/>`,
    '<w:sz w:val="24"/>',
  ),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="0"/>',
    `${font('黑体')}<w:sz w:val="30"/>`,
  ),
  style('Body', 'Body Text', '<w:spacing w:line="460" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/>', ''),
  style('Part', 'Part', `<w:spacing w:after="160"/>${center}`, `${font('黑体')}<w:b/><w:sz w:val="36"/>`),
  style('Cell', 'Cell', '<w:spacing w:before="20" w:after="20"/>', '<w:sz w:val="24"/>'),
  style('Gap', 'Gap', '<w:spacing w:line="70" w:lineRule="exact"/>', '<w:sz w:val="8"/>'),
  style('Foot', 'Foot', center, '<w:sz w:val="18"/>'),
  style('Sign', 'Sign', '<w:spacing w:before="200"/>', ''),
].join('')}</w:styles>`;

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The layout of today's Word; without it a table hangs out of the text's left edge, and the file opens as one of 2007. */
const SETTINGS = `${XML}<w:settings ${W}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** What a document of ours has beside its text. @param foot what stands before the page's number on every page, escaped */
export const wordParts = (foot: string): readonly (readonly [name: string, text: string])[] => [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPES}.footer+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATED}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATED}/footer" Target="footer1.xml"/><Relationship Id="rId3" Type="${RELATED}/settings" Target="settings.xml"/></Relationships>`,
  ],
  ['word/styles.xml', STYLES],
  ['word/settings.xml', SETTINGS],
  [
    'word/footer1.xml',
    `${XML}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>${words(foot)}${words('第 ')}${field('PAGE')}${words(' 页，共 ')}${field('NUMPAGES')}${words(' 页')}</w:p></w:ftr>`,
  ],
];
