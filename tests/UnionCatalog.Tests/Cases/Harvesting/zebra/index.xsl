<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:z="http://indexdata.com/zebra-2.0" xmlns:m="http://www.loc.gov/MARC21/slim">
  <xsl:template match="text()"/>
  <xsl:template match="m:record">
    <z:record z:id="{m:controlfield[@tag='001']}">
      <z:index name="Local-number:w"><xsl:value-of select="m:controlfield[@tag='001']"/></z:index>
      <z:index name="Title:w"><xsl:value-of select="m:datafield[@tag='245']/m:subfield[@code='a']"/></z:index>
    </z:record>
  </xsl:template>
</xsl:stylesheet>
