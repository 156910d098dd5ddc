<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="http://www.loc.gov/MARC21/slim" exclude-result-prefixes="m">
  <xsl:template match="m:record">
    <mods xmlns="http://www.loc.gov/mods/v3">
      <titleInfo><title><xsl:value-of select="m:datafield[@tag='245']/m:subfield[@code='a']"/></title></titleInfo>
      <recordInfo><recordIdentifier><xsl:value-of select="m:controlfield[@tag='001']"/></recordIdentifier></recordInfo>
    </mods>
  </xsl:template>
</xsl:stylesheet>
